# An interview without quotation marks: the label opens a turn, the question's accusation is a voice of its own, the answer denies it.
> Review: Many have claimed that Kenya arms the rebels in Somalia. Does Kenya arm the rebels?
>
> Ambassador Otieno: That is absurd. Kenya has never armed anyone in Somalia.
>
> Review: What will your government do now?
>
> Otieno: We are prepared to talk to the government of Somalia.
