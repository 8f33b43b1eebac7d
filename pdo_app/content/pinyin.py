"""How a Chinese name is read: pinyin with tone marks, syllables joined to words.

For building packs only. Words are those of ``pypinyin``'s dictionary of phrases, which also
decides between the readings of a character; what it does not know is joined in twos. Where that
is wrong, the glossary states the reading itself.
"""

from __future__ import annotations

from pypinyin import load_phrases_dict, pinyin
from pypinyin.seg.mmseg import seg

from pdo_app.content.tones import bare

_LONGEST = 3
"""Characters of a word that is written together as it stands in the dictionary; a longer one is
mostly two words."""


load_phrases_dict(
    {
        "合同": [["hé"], ["tong"]],
        "还款": [["huán"], ["kuǎn"]],
        "差旅": [["chāi"], ["lǚ"]],
        "调休": [["tiáo"], ["xiū"]],
        "大夫": [["dài"], ["fu"]],
    }
)
# Readings that the dictionary lacks or gives otherwise than a dictionary of the spoken language.


def reading(words: str) -> str:
    """Return the pinyin of ``words``, such as ``láowù hétong``; Latin letters stay as they are."""
    # One item to a character, but one to a whole run of anything else.
    syllables = iter([item[0].strip() for item in pinyin(words)])
    found: list[str] = []
    for run in _runs(words):
        if not _chinese(run[0]):
            found += next(syllables).split()
            continue
        for word in _words(run):
            found.append(_joined([next(syllables) for _ in word]))
    return " ".join(word for word in found if word)


def _chinese(sign: str) -> bool:
    low, high = "\u3400", "\u9fff"
    return low <= sign <= high


def _runs(words: str) -> list[str]:
    """Part ``words`` where Chinese begins or ends."""
    runs: list[str] = []
    for sign in words:
        if runs and _chinese(runs[-1][-1]) is _chinese(sign):
            runs[-1] += sign
        else:
            runs.append(sign)
    return runs


def _words(run: str) -> list[str]:
    """Part a run of Chinese into words."""
    known: list[str] = []
    loose = ""
    for word in [*seg.cut(run), ""]:
        if len(word) == 1:
            loose += word
            continue
        known += _pairs(loose)
        loose = ""
        known += [word] if len(word) <= _LONGEST else _pairs(word)
    return _attached([word for word in known if word])


def _pairs(run: str) -> list[str]:
    """Part characters into twos, the last of an odd number into a three."""
    if len(run) <= _LONGEST:
        return [run]
    return [run[:2], *_pairs(run[2:])]


def _attached(words: list[str]) -> list[str]:
    """Join a single character to the word of two before it, else to the one after it."""
    found: list[str] = []
    for word in words:
        last = found[-1] if found else ""
        if last and ((len(word) == 1 and len(last) == 2) or len(last) == 1):
            found[-1] += word
        else:
            found.append(word)
    return found


def _joined(syllables: list[str]) -> str:
    """Join syllables to a word, with an apostrophe before one that begins with a vowel."""
    first, *rest = syllables
    return first + "".join(f"'{one}" if bare(one)[:1] in "aeo" else one for one in rest)
