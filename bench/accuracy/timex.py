# SPDX-License-Identifier: Apache-2.0
"""Values of TIMEX2 and TIMEX3, and those of Recognizers-Text, in one form that can be compared."""
import calendar
import datetime
import re

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def days(year, month, months):
    """The first and last day of so many months from one on."""
    last = month + months - 1
    end, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if end > 9999:
        return None
    return f"{year:04}-{month:02}-01", f"{end:04}-{end_month:02}-{calendar.monthrange(end, end_month)[1]:02}"


def week(year, number):
    monday = datetime.date.fromisocalendar(year, number, 1)
    return str(monday), str(monday + datetime.timedelta(6))


FORMS = (
    (r"(\d{4})-(\d\d)-(\d\d)", lambda y, m, d: (f"{y}-{m}-{d}",) * 2),
    (r"(\d{4})-(\d\d)", lambda y, m: days(int(y), int(m), 1)),
    (r"(\d{4})", lambda y: days(int(y), 1, 12)),
    (r"(\d{3})", lambda y: days(10 * int(y), 1, 120)),
    (r"(\d{4})-Q([1-4])", lambda y, q: days(int(y), 3 * int(q) - 2, 3)),
    (r"(\d{4})-H([12])", lambda y, h: days(int(y), 6 * int(h) - 5, 6)),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda y, s: days(int(y), SEASONS[s], 3)),
    (r"(\d{4})-W(\d\d)", lambda y, w: week(int(y), int(w))),
)


def interval(value):
    """The days of a value, without its time of day; None for what has none: durations, references, years before Christ."""
    value = re.sub(r"T.*", "", value) if not value.startswith(("P", "T")) else value
    for form, make in FORMS:
        if found := re.fullmatch(form, value):
            return make(*found.groups())
    return None


def day_before(day):
    return str(datetime.date.fromisoformat(day) - datetime.timedelta(1))


def plain(value):
    """One spelling of equal values: T08 and T08:00, XXXX-XX-XXT08:00 and T08:00."""
    value = re.sub(r"T(\d\d)(?::00)?(?::00)?(?=$|/)", r"T\1", value)
    return re.sub(r"^(BC)?XXXX(-XX)?(-XX)?(?=T)", "", value)


REPEATED = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX": "P1Y"}


def period(value):
    """TIMEX2 counts decades and centuries ("P1DE", "P.5CE") where TIMEX3 counts years."""
    found = re.fullmatch(r"P(\d*\.?\d+)(DE|CE)", value)
    return f"P{float(found[1]) * (10 if found[2] == 'DE' else 100):g}Y" if found else value


def sides(value):
    return [plain(side) for side in value.split("/")] if "/" in value else []


def same(value, moment, kind=None):
    """A value of TIMEX2 and a moment of the program: equal values, equal days, or one side of a range that the program took as a whole."""
    ours = moment["timex"]
    if kind == "SET" and moment["kind"] == "set":  # "daily": XXXX-XX-XX in TIMEX2, P1D in TIMEX3
        value = REPEATED.get(value, value)
    value = period(value)
    if plain(value) == plain(ours) or plain(value) in sides(ours):
        return True
    found = interval(value)
    return found is not None and found == (moment["lo"], moment["hi"])
