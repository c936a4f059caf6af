# A demand is a deed done by words; what is demanded did not happen.
> Norway urged Peru to release the two pilots.
statement  NOR  demand  "to release the two pilots"
event  NOR  REQUEST  PER  happened
event  PER  RETREAT  “the two pilots”  demanded  demands

# Refusal of a demand.
> Chile demanded that Bolivia withdraw its troops from the border, but the Bolivian government refused.
statement  CHL  demand  "Bolivia withdraw its troops from the border"
statement  BOL.GOV  refuse  ""
event  CHL  REQUEST  BOL,BOL.GOV  happened
event  BOL  RETREAT  CHL  demanded  demands
event  BOL.GOV  REJECT  CHL  happened
