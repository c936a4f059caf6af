# A suspension of aid is a sanction, in active, passive and nominal form.
> The United States suspended military aid to Egypt.

> All military aid to Egypt was suspended by the United States.

# A visit and a meeting.
> French president Emmanuel Macron met Russian president Vladimir Putin in Moscow in February 2022.

# Casualties with a figure and a place.
@ 2009-03-02
> Gunmen killed at least 14 people in Lahore on Monday.

# Military words without a deed.
> Pakistan has a long border with Afghanistan and a large army.

# Scare quotes are no speech.
> The “good” rebels and the “bad” rebels share one valley.
