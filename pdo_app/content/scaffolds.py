"""What a new file holds before its author fills it in: the right shape, and TODO where words,
sources or figures belong. ``content check`` names each of them with its line."""

from __future__ import annotations

from pdo_app.content.model import QuestionKind

LESSON = """\
---
id: {id}
title: {{zh: TODO 课名, en: TODO title}}
minutes: 7
objectives: [{objective}]
picture: TODO
---

::: heading
TODO 小标题
===
TODO heading
:::

::: paragraph
TODO 讲清一件事。
===
TODO make one thing clear.
:::

::: story
# TODO 故事的题目
TODO 一个人怎么做决定。这是一个例子。
===
# TODO title of the story
TODO how a person decides. This is an example.
:::

::: right sources="TODO"
TODO 一项权利。
===
TODO one right.
:::

::: steps
1. TODO 先做什么
2. TODO 再做什么
===
1. TODO what to do first
2. TODO what to do then
:::

::: warning
TODO 要当心什么。
===
TODO what to look out for.
:::

::: tip
TODO 怎么说，找谁。
===
TODO what to say, and to whom.
:::

::: check question=TODO
:::

::: note
TODO 给教员的话。
===
TODO a word to the trainer.
:::

::: activity method=discussion minutes=10
> TODO 材料
# TODO 活动名
1. TODO 学员做什么
===
> TODO material
# TODO title
1. TODO what the class does
:::
"""

_ABOUT = """\
- id: {id}
  objective: {objective}
  kind: {kind}
  difficulty: 1
  stem:
    zh: TODO 问一个具体情形（{id}）
    en: TODO ask about one situation ({id})
"""
_WHY = """\
  reason:
    zh: TODO 为什么对
    en: TODO why this is right
  actions:
    - {{zh: TODO 马上能做的事, en: TODO what to do about it}}
  sources: "TODO"
  lesson: {lesson}
"""
_RIGHT = """\
    - id: {name}
      text: {{zh: TODO 对的做法 {name}, en: TODO a right answer {name}}}
      right: yes
"""
_WRONG = """\
    - id: {name}
      text: {{zh: TODO 常见的错法 {name}, en: TODO a common mistake {name}}}
      reason: {{zh: TODO 错在哪里, en: TODO what is wrong with it}}
"""
_STEP = """\
    - id: {name}
      text: {{zh: TODO 第几步 {name}, en: TODO step {name}}}
"""
_PAIR = """\
    - id: {name}
      text: {{zh: TODO 左边 {name}, en: TODO left {name}}}
      partner: {{zh: TODO 右边 {name}, en: TODO right {name}}}
"""
_ANSWERS = {
    QuestionKind.ONE: (_RIGHT, _WRONG, _WRONG),
    QuestionKind.SEVERAL: (_RIGHT, _WRONG, _RIGHT, _WRONG),
    QuestionKind.ORDER: (_STEP, _STEP, _STEP),
    QuestionKind.MATCH: (_PAIR, _PAIR, _PAIR),
}
_OTHERS = {
    QuestionKind.TRUE_FALSE: "  answer: TODO\n",
    QuestionKind.NUMBER: "  number: TODO\n  unit: {zh: TODO 单位, en: TODO unit}\n",
}

MODULE = """\
id: {id}
number: {number}
stage: {stage}
title: {{zh: TODO 模块名, en: TODO title}}
summary: {{zh: TODO 一句话说清内容, en: TODO what it is about}}
minutes: 30
icon: TODO
objectives:
  - id: TODO
    text: {{zh: TODO 学完能做什么, en: TODO what a person can do afterwards}}
lessons: []
"""

COUNTRY = """\
code: {code}
capital: {{zh: TODO 首都, en: TODO capital}}
languages: [TODO]
currency: TODO
time_zone: TODO
european_union: TODO
schengen: TODO
euro: TODO
emergency:
  - {{number: "112", serves: [police, fire, ambulance], fact: {prefix}.emergency_112}}
embassy: [{prefix}.embassy]
facts: [{prefix}.emergency_112]
phrases:
  - id: help
    group: emergency
    meaning: {{zh: TODO 中文意思, en: TODO meaning}}
    local: TODO
    reading: TODO
    reviewed: no
portals:
  - {{title: {{zh: TODO 官方网站, en: TODO official site}}, address: TODO}}
surprises:
  - {{zh: TODO 当地什么最让人意外, en: TODO what surprises people}}
"""

_FACTS = """\
- id: {prefix}.emergency_112
  label: {{zh: 急救、消防、警察, en: "Ambulance, fire and police"}}
  text: {{zh: "112", en: "112"}}
{dated}- id: {prefix}.embassy
  label: {{zh: TODO 中国驻哪国大使馆, en: TODO Chinese embassy in which country}}
  text: {{zh: TODO 电话, en: TODO telephone}}
{dated}"""
_DATED = """\
  source: TODO
  grade: TODO
  as_of: TODO
  checked: TODO
  review_by: TODO
  confirmed: no
  confirm_at: {zh: TODO 向谁核实, en: TODO whom to ask}
"""

SOURCES = """\
- id: TODO
  title: {zh: TODO 文件全名, en: TODO full name}
  short: {zh: TODO 短名, en: TODO short name}
  grade: TODO
  as_of: TODO
  checked: TODO
  address: TODO
"""


def question(name: str, kind: QuestionKind, objective: str, lesson: str) -> str:
    """Return an entry of ``questions.yaml``; ids are short."""
    answer = _OTHERS.get(kind, "  options:\n")
    for letter, part in zip("abcd", _ANSWERS.get(kind, ()), strict=False):
        answer += part.format(name=letter)
    return (
        _ABOUT.format(id=name, objective=objective, kind=kind) + answer + _WHY.format(lesson=lesson)
    )


def facts(prefix: str) -> str:
    """Return the first facts about a country, whose ids begin with ``prefix``."""
    return _FACTS.format(prefix=prefix, dated=_DATED)
