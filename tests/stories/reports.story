# A statement inside a statement.
> State radio said the Sudanese foreign ministry had accused Chad of sheltering rebels.

# According to.
> According to Indian officials, militants crossed the border from Nepal last week.

# Pronoun as source, quotation before the cue.
@ 2012-05-04
> The Norwegian foreign minister visited Lima on Thursday. “We do not support any embargo,” she said.
