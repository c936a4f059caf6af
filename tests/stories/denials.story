# A denied deed is no deed of the text's own voice: the denial is the statement's act, the event keeps its own polarity.
> Peru's interior ministry denied on Monday that it had detained any Norwegian pilots.
statement  PER.GOV.INTERIOR  deny  "it had detained any Norwegian pilots"
event  PER.GOV.INTERIOR  COERCE  NOR.MIL  happened  denies

# The same stance by a negated assertion.
> Peru said on Monday that it had not detained any Norwegian pilots.
statement  PER  assert  "it had not detained any Norwegian pilots"
event  PER  not COERCE  NOR.MIL  happened  denies
