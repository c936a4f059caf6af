# SPDX-License-Identifier: Apache-2.0
"""Writes odd texts with the piece ids the reference tokenizer gives them (without [CLS] and [SEP]).

    python3 train/reference_pieces.py tests/reference/pieces.jsonl

The C++ tokenizer is compared with these lines, id for id. All text is made up here, from a fixed seed.
"""
import json
import random
import sys

from base_model import tokenizer

WORDS = ("minister denied withdrawal of troops sanctions Türkiye São Tomé naïve coöperate Şanlıurfa Kraków Zürich Łódź "
         "Hồ Chí Minh Việt Ångström İstanbul ıssız straße ﬁnance Œuvre Ærø re-establish U.S.-led co-operation don't "
         "they've l'accord 3.5% $2.5bn €40m 12,000 1st 2nd F-16s M23 al-Shabaab O'Brien cross-border").split()
SCRIPTS = {
    "arabic": "وزارة الخارجية نفت الاتهامات أمس", "persian": "وزیر امور خارجه می‌گوید", "hebrew": "שָׁלוֹם משרד החוץ",
    "cyrillic": "Министерство иностранных дел Ёлка Їжак", "greek": "Υπουργείο Εξωτερικών ΐ ΰ Σίσυφος ς",
    "chinese": "外交部發言人表示反對制裁", "japanese": "外務省は声明を発表した。カタカナ ﾊﾝｶｸ", "korean": "외교부는 성명을 발표했다",
    "devanagari": "विदेश मंत्रालय ने कहा कि", "bengali": "পররাষ্ট্র মন্ত্রণালয়", "thai": "กระทรวงการต่างประเทศ",
    "tamil": "வெளியுறவு அமைச்சகம்", "georgian": "საგარეო საქმეთა სამინისტრო ᲡᲐᲒᲐᲠᲔᲝ", "amharic": "የውጭ ጉዳይ ሚኒስቴር",
    "armenian": "Արտաքին գործերի նախարարություն", "urdu": "وزارتِ خارجہ نے کہا ہے",
}
EMOJI = ["😀", "🇳🇴", "👩🏽‍💻", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "☎️", "✊🏿", "❤️‍🔥", "🤝", "©", "™", "№", "℃", "Ⅳ", "½", "①", "㎏", "￥"]
QUOTES = ["“", "”", "‘", "’", "\"", "'", "«", "»", "„", "‚", "‹", "›", "「", "」", "``", "''", "′", "″", "`", "´"]
ODD_SPACES = [" ", "\t", "\n", "\r", "\r\n", "\u00a0", "\u2003", "\u2009", "\u202f", "\u3000", "\u2028", "\u2029", "\u1680", "\u0085"]
ZERO_WIDTH = ["\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u200e", "\u200f", "\u202a", "\u202c", "\u034f", "\u180e"]
CONTROLS = ["\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x80", "\x9f", "\ufffd", "\ue000", "\uf8ff",
            "\ufff9", "\U000f0000", "\U000e0001"]
MARKS = [chr(c) for c in (0x300, 0x301, 0x302, 0x303, 0x308, 0x30a, 0x323, 0x327, 0x328, 0x338, 0x345, 0x483, 0x5b0, 0x64b,
                          0x93c, 0x94d, 0xe31, 0x20d0, 0x20dd, 0xfe0f, 0x3099, 0x1d165)]
PUNCTUATION = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") + list("–—―…·•†‡§¶¿¡‽⁂‖‰※〜、。，！？；：（）【】《》・־׳؛؟۔।॥᛫")
SPECIALS = ["[CLS]", "[SEP]", "[MASK]", "[PAD]", "[UNK]", "[unused1]", "[unused5]", "##ing", "##", "[ CLS ]", "[cls]", "[SEP", "[MASK]s"]
URLS = ["https://example.org/a_b?x=1&y=%20#top", "http://www.example.com:8080/~user/index.html", "name.surname+tag@example.co.uk",
        "@handle", "#HashTag2024", "C:\\temp\\file.txt", "2024-05-01T12:30:00Z", "+47 22 33 44 55", "192.168.0.1", "::1", "a/b//c"]
BLOCKS = [(0x20, 0x7e), (0xa0, 0x17f), (0x180, 0x24f), (0x250, 0x36f), (0x370, 0x52f), (0x530, 0x6ff), (0x900, 0xdff),
          (0x1e00, 0x1fff), (0x2000, 0x206f), (0x20a0, 0x214f), (0x2150, 0x23ff), (0x2500, 0x27bf), (0x2c00, 0x2e7f),
          (0x2e80, 0x30ff), (0x3100, 0x33ff), (0x3400, 0x4dbf), (0x4e00, 0x9fff), (0xa000, 0xabff), (0xac00, 0xd7a3),
          (0xf900, 0xfaff), (0xfb00, 0xfdff), (0xfe00, 0xffef), (0x10000, 0x1ffff), (0x20000, 0x2ffff), (0xe0000, 0xe0fff)]


def long_words(rng):
    """Around the limit of 100 characters, beyond which a word is one [UNK]; marks are stripped before it is counted."""
    for length in (50, 98, 99, 100, 101, 102, 150, 400):
        yield "a" * length
        yield "x" + "é" * (length - 1)
        yield "e\u0301" * length
        yield "".join(rng.choice("abcdefghijklmnop") for _ in range(length)) + " end"
        yield "漢" * length
        yield "😀" * length
        yield "İ" * length
        yield "-" * length


def wild_char(rng):
    low, high = rng.choice(BLOCKS)
    return chr(rng.randint(low, high))


def words(rng, count):
    return [rng.choice(WORDS) for _ in range(count)]


def sentence(rng):
    out = words(rng, rng.randint(3, 12))
    opening = rng.choice(QUOTES)
    return f"{opening}{' '.join(out)}{rng.choice('.,!?;:')}{rng.choice(QUOTES)} {rng.choice(URLS)}"


def mixed(rng):
    parts = words(rng, 3) + [rng.choice(EMOJI), rng.choice(URLS), rng.choice(SPECIALS)]
    parts += rng.sample(list(SCRIPTS.values()), 2)
    rng.shuffle(parts)
    return rng.choice(ODD_SPACES).join(parts)


def broken_word(rng):
    """Something invisible, accented or forbidden in the middle of a word."""
    word = rng.choice(WORDS + list(SCRIPTS.values()))
    place = rng.randint(0, len(word))
    inside = rng.choice(ZERO_WIDTH + CONTROLS + MARKS + PUNCTUATION + ODD_SPACES + EMOJI)
    return word[:place] + inside + word[place:] + " " + rng.choice(WORDS)


def any_case(rng):
    return "".join(rng.choice((c.upper(), c.lower(), c)) for c in " ".join(words(rng, 4)))


def noise(rng):
    return "".join(wild_char(rng) for _ in range(rng.randint(1, 24)))


def fixed(rng):
    yield from ["", " ", "\n\n", "a", "A", "Ⅳ", "."]
    for group in (EMOJI, QUOTES, ODD_SPACES, ZERO_WIDTH, CONTROLS, MARKS, PUNCTUATION, SPECIALS, URLS, SCRIPTS.values(), WORDS):
        for item in group:
            yield item
            yield f"a{item}b {item} c"
    for low, high in BLOCKS:  # whole stretches, so that a wrong character class cannot hide
        for start in range(low, min(high, low + 0x300), 24):
            yield " ".join(chr(c) for c in range(start, min(start + 24, high + 1)))
    yield from long_words(rng)


def compose():
    rng = random.Random(20261)
    texts = list(fixed(rng))
    while len(texts) < 5000:
        texts.append(rng.choice((sentence, mixed, broken_word, broken_word, any_case, noise, noise))(rng))
    # Lone surrogates are no text and have no UTF-8.
    return [t for t in texts if not any(0xD800 <= ord(c) <= 0xDFFF for c in t)]


def main(path):
    reference = tokenizer()
    with open(path, "w", encoding="utf-8") as out:
        for text in compose():
            ids = reference(text, add_special_tokens=False, verbose=False)["input_ids"]
            out.write(json.dumps({"text": text, "ids": ids}, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
