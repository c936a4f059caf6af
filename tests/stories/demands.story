# A demand is a deed done by words; what is demanded did not happen.
> Norway urged Peru to release the two pilots.

# Refusal of a demand.
> Chile demanded that Bolivia withdraw its troops from the border, but the Bolivian government refused.

# A promise.
> The Ethiopian prime minister promised to withdraw troops from the disputed town.

# A warning of own harm is a threat.
> Turkey threatened to send troops into Syria unless the militants were disarmed.
