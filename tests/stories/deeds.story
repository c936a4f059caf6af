# A suspension of aid is a sanction, in active, passive and nominal form.
> The United States suspended military aid to Egypt.
event  USA  SANCTION  EGY  happened

# Military words without a deed.
> Pakistan has a long border with Afghanistan and a large army.

# Scare quotes are no speech.
> The “good” rebels and the “bad” rebels share one valley.
