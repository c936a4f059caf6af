# A suspension of aid is a sanction, in active, passive and nominal form.
> The United States suspended military aid to Egypt.
event  USA  SANCTION  EGY  happened

# Military words without a deed.
> Pakistan has a long border with Afghanistan and a large army.

# Scare quotes are no speech.
> The “good” rebels and the “bad” rebels share one valley.

# Help that is cut is a sanction, and the passive voice keeps its doer.
> Aid to Chad was suspended by the European Union in March.
event  EUR  SANCTION  TCD  happened

# Unnamed doers, their victims, and who says so.
> Gunmen killed at least 14 people in Lahore on Tuesday, police said.
statement  named  assert  "Gunmen killed at least 14 people in Lahore on Tuesday"
event  “Gunmen”  ASSAULT  “at least 14 people”  happened  affirms

# A meeting has two sides and no recipient.
> The presidents of Chad and Niger met in Abuja on Friday to discuss the border.
event  TCD.GOV.HOS,NER  CONSULT  -  happened
