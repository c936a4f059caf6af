# A denied deed is no deed of the text's own voice: the denial is the statement's act, the event keeps its own polarity.
> Peru's interior ministry denied on Monday that it had detained any Norwegian pilots.

# The same stance by a negated assertion.
> Peru said on Monday that it had not detained any Norwegian pilots.

# Accusation and denial side by side.
> Kenya accused Uganda of arming the rebels. Uganda rejected the accusation as baseless.
