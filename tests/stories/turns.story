# An interview without quotation marks: the label opens a turn, the question's accusation is a voice of its own, the answer denies it.
> Review: Many have claimed that Kenya arms the rebels in Somalia. Does Kenya arm the rebels?
> 
> Ambassador Otieno: That is absurd. Kenya has never armed anyone in Somalia.
> 
> Review: What will your government do now?
> 
> Otieno: We are prepared to talk to the government of Somalia.
statement  MED  ask  "Many have claimed that Kenya arms the rebels in Somalia. Does Kenya arm the rebels?"
statement  collective  accuse  "Kenya arms the rebels in Somalia"  in MED
statement  named  deny  "That is absurd. Kenya has never armed anyone in Somalia."
statement  named  deny  "That is absurd."  in named
statement  MED  ask  "What will your government do now?"
statement  named  offer  "We are prepared to talk to the government of Somalia."
statement  named  offer  "to talk to the government of Somalia"  in named
event  “Many”  ACCUSE  KEN  happened  asks
event  KEN  AID  SOM.REB  ongoing  affirms
event  KEN  AID  SOM.REB  asked  asks
event  KEN  not AID  “anyone”  happened  denies
event  “Otieno”,SOM.GOV  CONSULT  -  promised  offers

# Labels before a dash, as many magazines set them: no dateline, since two of them come back and one asks.
> ORSINI – Who fired first on the ferry?
> 
> PETROV – Nobody fired. We accuse Norway of delaying the talks.
> 
> ORSINI – Will Peru free the pilots?
> 
> PETROV – Peru will free them in May.
statement  outlet  ask  "Who fired first on the ferry?"
statement  named  deny  "Nobody fired. We accuse Norway of delaying the talks."
statement  named  accuse  "delaying the talks"  in named
statement  outlet  ask  "Will Peru free the pilots?"
statement  named  assert  "Peru will free them in May."
event  -  ASSAULT  “the ferry”  asked  asks
event  “Nobody”  not ASSAULT  -  happened  denies
event  “PETROV”  ACCUSE  NOR  happened  affirms
event  NOR  REJECT  -  happened  affirms
event  NOR  CONSULT  -  happened  affirms
event  PER  RETREAT  “the pilots”  asked  asks
event  PER  RETREAT  “them”  planned  affirms
