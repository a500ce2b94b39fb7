"""Writes jinja-cases.json beside this file: what jinja2 3.1.6, set up as transformers 4.57.6 sets it up, makes of
small templates. Run without arguments where both are installed."""
import json
import os

import jinja2
import transformers
from transformers.utils.chat_template_utils import _compile_jinja_template

VARIABLES = {
    "s": "Hello World", "blank": "  \t x y \n ", "empty": "", "emoji": "a🙂b東c", "n": 7, "neg": -7, "zero": 0, "f": 2.5, "big": 12345678901234567890,
    "yes": True, "no": False, "nil": None, "list": [3, 1, 2], "words": ["b", "A", "c", "a"], "d": {"b": 1, "a": [1, "x", None, True, 1.0], "items": 5},
    "users": [{"name": "Zoe", "age": 30, "tags": {"x": 1}}, {"name": "adam", "age": 25, "tags": {"x": 2}}, {"name": "Bob", "age": 30}],
    "messages": [{"role": "system", "content": "sys"}, {"role": "user", "content": "hi\nthere"}, {"role": "assistant", "content": "<think>a</think>\n\nb"}],
    "tool": {"type": "function", "function": {"name": "f", "description": "a < b & 'c' \"é\" 🙂", "parameters": {"p": [], "q": {}, "n": 1e-7, "m": 1e16}}},
}

EXPRESSIONS = """
nil
yes
no
1.0
1e20
1e16
1e15
123456789012345680.0
0.0001
0.00001
-0.0
0.1 + 0.2
1e-07
1e300 * 1e300
[1, 'a', none, true]
{'a': 'b'}
(1,)
()
(1, 2)
[]
{}
["it's"]
["it's \\"both\\""]
['\\n\\t\\\\ \\x01 \\u00e9 \\u200b \\U0001f642']
[missing]
missing
missing.x
missing['x']
missing + 'a'
missing ~ 'a'
missing ~ 1 ~ none ~ 1.5
missing.y is defined
missing is defined
not missing is defined
missing == missing2
missing == none
missing|length
missing|list
missing|default('d')
nil|default('d')
empty|default('d')
empty|default('d', true)
empty|d('d', boolean=true)
missing is iterable
missing is sequence
missing()
missing < 1
list[5]
list[5] is defined
list[5].x
d.nothing
d.nothing is defined
d['nothing'] is none
d.nothing.x
nil.x
nil.x is defined
nil['x']
n.x is defined
'a' + 1
'a' + none
1 + 'a'
[1] + [2, 3]
(1,) + (2,)
[1] + (2,)
'a' ~ 1 + 2
1 + 2 ~ 3
'ab' * 3
3 * 'ab'
[1, 2] * 2
'ab' * -1
'a' - 'b'
true == 1
1 == 1.0
'1' == 1
true is number
1 is true
true is true
false is false
0 is false
1 is boolean
true is boolean
true + true
s is iterable
s is sequence
d is iterable
d is mapping
list is mapping
list is sequence
d is sequence
n is iterable
n is integer
true is integer
f is float
n is float
n is number
s is string
n is string
nil is none
n is odd
n is even
9 is divisibleby 3
9 is divisibleby(2)
'abc' is lower
'aBc' is lower
'ABC' is upper
'1' is upper
2 is in [1, 2]
2 is in([3])
2 is eq 2
2 is equalto 2
2 is == 2
2 is ne 3
2 is lt 3
2 is gt 3
2 is le 2
2 is ge 3
2 is lessthan 3
2 is greaterthan 3
nil is sameas none
1 is sameas true
range is callable
s is callable
s.upper is callable
'trim' is filter
'nofilter' is filter
'odd' is test
2 is not odd
n is nosuchtest
1 if no else 2
1 if no
(1 if no) is defined
'a' if yes else 'b' if no else 'c'
1 or 2
0 or ''
0 or nil
1 and 2
0 and 2
'' or [] or {} or 'x'
not 1 == 2
not ''
not not 1
1 < 2 < 3
1 < 3 < 2
1 < 2 > 1
1 == 1 != 2
2 in list
5 not in list
'ell' in s
1 in 'a'
'a' in d
'zz' in d
'a' in missing
1 in 5
not 'x' in s
'a' < 'b'
'a' < 1
[1, 2] < [1, 3]
(1, 2) < (1, 2, 3)
'B' < 'a'
1 < 1.5
nil < 1
7 / 2
8 / 2
7 // 2
-7 // 2
7 // -2
-7 % 3
7 % -3
7.5 // 2
7.5 % 2
-7.5 % 2
1 / 0
1 // 0
1 % 0
2 ** 3
2 ** -1
-2 ** 2
2 ** 3 ** 2
2 ** 0.5
2 ** 100
9223372036854775807 + 1
big * 2
big % 10
+yes
-yes
-f
-n|abs
(-n)|abs
- 'a'
-list|length
1 + 2|string
(1 + 2)|string ~ 'x'
1 + 2 * 3 - 4
(1 + 2) * 3
10 - 2 - 3
'a' 'b' "c"
"a\\tb"
'\\q'
'\\é'
'\\x41\\101\\u0042'
'a\\
b'
'\\''
"\\""
0x1F
0b101
0o17
1_000
1_0.5
s[0]
s[-1]
s[20]
s[1:4]
s[:-1]
s[-5:]
s[::2]
s[::-1]
s[8:2:-2]
s[5:2]
s[-100:100]
s[none:3]
emoji|length
emoji[1]
emoji[2:]
emoji[::-1]
emoji[-2]
emoji|reverse
emoji|upper
emoji.find('b')
emoji.index('東')
list[0]
list[-1]
list[true]
list['a']
list[1:]
list[::-1]
list[-2:]
list[:]
list[10:]
list[0:3:0]
(1, 2, 3)[1:]
list.0
missing is callable
' \t x y z'.rsplit(none, 1)
'a' % missing
range(4).count(1)
range(4).index(2)
n[1:]
d[1:]
nil[:2]
missing[1:]
range(4)[3:0:-1]
range(1, 10, 2)[1:3]
s.0
d['b']
d.b
d.items is callable
d['items']
d.items()|list
d.keys()
d.values()
d.items()
d.keys()|list
d.get('b')
d.get('zz')
d.get('zz', 4)
d.get()
d.zz()
d.pop('b')
d.update({'x': 1})
list.append(1)
list.append
''.__class__
''.__class__.x
d._x
{'_a': 1}._a
{1: 'a', 1.0: 'b', true: 'c'}
{1: 'a'}[1]
{1: 'a'}[1.0]
{'a': 1, 'a': 2}
{[1]: 2}
{(1, 2): 3}[(1, 2)]
[] in {}
{'a': 1} == {'a': 1.0}
[1, [2]] == [1.0, [2]]
(1,) == [1]
list.index(1)
list.index(9)
list.count(1)
blank.strip()|tojson
blank.lstrip()|tojson
blank.rstrip()|tojson
'xxaxx'.strip('x')
'xyaxy'.lstrip('yx')
'xyaxy'.rstrip('yx')
'xx'.strip(none)
'\\u00a0a\\u001f'.strip()
'a,b,c'.split(',')
'a,b,c'.split(',', 1)
'a,b,c'.split(',', maxsplit=1)
'a,b,c'.split(',', 0)
' a  b c '.split()
' a  b c '.split(none, 1)
' a  b c '.split(none, 0)
''.split()
''.split(',')
'a'.split('')
'a,b,c'.rsplit(',', 1)
'aXXXb'.rsplit('XX')
'a b  c '.rsplit(none, 1)
' a  b c '.rsplit()
'<think>x</think>y'.split('</think>')[-1].lstrip('\\n')
'a\\nb\\r\\nc\\rd\\u2028e\\n'.splitlines()
'a\\nb\\n'.splitlines(true)
''.splitlines()
s.startswith('He')
s.startswith(('x', 'H'))
s.endswith('ld')
s.endswith(('x', 'd'))
s.startswith('World', 6)
s.startswith('')
s.startswith(1)
s.replace('l', 'L')
s.replace('l', 'L', 1)
s.replace('l', 'L', 0)
'aa'.replace('', '-')
'aa'.replace('', '-', 2)
''.replace('', '-')
s.upper()
s.lower()
'hello wORLD it\\'s 3rd'.title()
'hello wORLD'.capitalize()
''.capitalize()
'ßa'.capitalize()
'ΑΣ'.lower()
'aBc'.swapcase()
s.find('o')
s.find('o', 5)
s.find('zz')
s.find('o', 5, 6)
s.rfind('o')
s.rfind('')
s.find('', 20)
s.index('o')
s.index('zz')
s.rindex('o')
s.count('l')
s.count('')
s.count('l', 4)
'aaa'.count('aa')
', '.join(['a', 'b'])
', '.join('abc')
', '.join([1])
', '.join(words|map('upper'))
'{} {}'.format(1, 'a')
'{1} {0} {x}'.format(1, 2, x=3)
'{0.name} {0[age]}'.format(users[0])
'{:>5}|{:<5}|{:^5}|{:05d}|{:.2f}'.format('a', 'b', 'c', 42, 3.14159)
'{:,} {:x} {:b} {:e} {:g} {:%}'.format(1234567, 255, 5, 12345.678, 0.0001, 0.25)
'{!r} {!s} {{}}'.format('a', 'b')
'{:*^9}'.format('mid')
'{:+d} {:+.1f} {: d}'.format(3, -2.25, 4)
'{:{}}'.format('a', 4)
'{:,.2f}'.format(1234567.891)
'{} {}'.format(1)
'{:d}'.format('a')
'{}'.format(none)
'{:10}|'.format(true)
'prefix-a'.removeprefix('prefix-')
'a-suffix'.removesuffix('-suffix')
'a'.removeprefix('b')
'12'.isdigit()
'1²'.isdigit()
'1½'.isdigit()
'1½'.isnumeric()
'1²'.isdecimal()
''.isdigit()
'abc'.isalpha()
'ab1'.isalpha()
'ab1'.isalnum()
' \\t'.isspace()
'AB'.isupper()
'ab'.islower()
'42'.zfill(5)
'-42'.zfill(5)
'423'.zfill(2)
'ab'.center(5)
'abc'.center(6, '*')
'ab'.ljust(4, '.')
'ab'.rjust(4)
'a=b=c'.partition('=')
'abc'.partition('=')
'a=b=c'.rpartition('=')
'abc'.nosuch()
s.upper(1)
blank|trim|tojson
'xxaxx'|trim('x')
42|trim
list|length
list|count
5|length
d|length
tool|tojson
tool|tojson(indent=4)
tool|tojson(indent=0)
tool|tojson(true)
tool|tojson(separators=(',', ':'))
tool|tojson(indent='\\t', sort_keys=true)
{'b': 1, 'a': {'d': 1, 'c': 2}}|tojson(sort_keys=true)
{1: 'a', none: 'b', true: 'c', 1.5: 'd'}|tojson
'<>&\\'"/\\n\\r\\t\\b\\f\\x00\\x1f\\x7f\\u2028é🙂'|tojson
'\\x7fé🙂'|tojson(ensure_ascii=true)
[1.0, 0.1, 1e-07, 1e16, 1e15, none, true, -0.0]|tojson
(1, 2)|tojson
[]|tojson(indent=2)
[[], {}, [1]]|tojson(indent=2)
missing|tojson
range(3)|tojson
words|join
words|join(', ')
[1, none, 2.5]|join('|')
users|join(', ', attribute='name')
'abc'|join('.')
d|join(',')
5|join
'straße'|upper
'ÀB'|lower
42|upper
'hello wORLD-foo (bar) it\\'s'|title
'foo bar'|title
'hELLO wORLD'|capitalize
s|replace('l', 'L')
s|replace('l', 'L', 2)
121|replace(1, 3)
s|replace('l')
list|first
list|last
''|first
[]|first
[]|last
'abc'|last
emoji|first
d|first
words|list
'abc'|list
d|list
5|list
42|string ~ 'x'
nil|string
'42'|int
'42.7'|int
'abc'|int
'abc'|int(5)
'0x1A'|int(0, 16)
'ff'|int(base=16)
' 1_000 '|int
42.9|int
-42.9|int
nil|int
true|int
missing|int
'1e3'|int
'42'|float
'abc'|float
'abc'|float(1.5)
' 1e5 '|float
'inf'|float
3|float
nil|float
d|items|list
missing|items|list
5|items|list
d|dictsort
{'b': 1, 'A': 2, 'c': 0}|dictsort
{'b': 1, 'A': 2, 'c': 0}|dictsort(true)
{'b': 1, 'A': 2, 'c': 0}|dictsort(by='value')
{'b': 1, 'A': 2, 'c': 0}|dictsort(false, 'value', true)
{'b': 1}|dictsort(by='x')
list|sort
list|sort(reverse=true)
words|sort
words|sort(case_sensitive=true)
users|sort(attribute='name')|map(attribute='name')|list
users|sort(attribute='age,name')|map(attribute='name')|list
users|sort(reverse=true, attribute='age')|map(attribute='name')|list
[1, 'a']|sort
['a', 'A', 'b', 1, 1.0, true]|unique|list
words|unique(true)|list
users|unique(attribute='age')|map(attribute='name')|list
list|reverse|list
'abc'|reverse
d|reverse|list
words|map('upper')|list
words|map('upper')|length
words|map('replace', 'a', 'z')|join
users|map(attribute='name')|list
users|map(attribute='tags.x')|list
users|map(attribute='tags.x', default='none')|list
users|map(attribute='tags')|map(attribute='x', default=0)|list
words|map|list
words|map('nosuch')|list
list|select|list
[0, 1, '', 'a', none]|select|list
list|select('odd')|list
list|reject('odd')|list
list|select('gt', 1)|list
list|reject('equalto', 1)|list
messages|selectattr('role', 'equalto', 'user')|list
messages|selectattr('role', '==', 'user')|map(attribute='content')|list
messages|rejectattr('role', 'eq', 'user')|list|length
users|selectattr('tags')|list|length
users|selectattr('tags', 'defined')|map(attribute='name')|join(',')
users|rejectattr('tags')|map(attribute='name')|join(',')
messages|selectattr('role', 'in', ['user', 'system'])|list|length
messages|selectattr|list
list|sum
users|sum(attribute='age')
list|sum(start=10)
[[1], [2]]|sum(start=[])
['a']|sum
list|min
list|max
words|min
words|max(case_sensitive=true)
users|max(attribute='age')
[]|min
-5|abs
(-5.5)|abs
'a'|abs
42.55|round
42.55|round(1)
42.55|round(1, 'floor')
42.45|round(1, 'ceil')
2.5|round
3.5|round
-2.5|round
2.675|round(2)
42|round
1234|round(-2)
1250|round(-2)
-0.4|round
3|round(1, 'ceil')
42.5|round(0, 'x')
'a\\n\\nb\\nc'|indent
'a\\n\\nb\\nc'|indent(2)
'a\\n\\nb'|indent(2, true)
'a\\n\\nb'|indent(2, blank=true)
'a\\nb'|indent('> ')
'a\\nb\\n'|indent(2)
''|indent
[1, 2, 3, 4, 5]|batch(2)|list
[1, 2, 3, 4, 5]|batch(2, 'x')|list
'%s-%s'|format(1, 'a')
'%(a)s'|format(a=1)
'%d %i %05d %-5d| %+d %x %X %o'|format(3, 4.7, 42, 42, 5, 255, 255, 8)
'%.2f %8.3f %e %g %G'|format(3.14159, 2.5, 12345.678, 0.00001234, 1e20)
'%r %5s|%-5s|%.2s %c %%'|format('a', 'b', 'c', 'defg', 'h')
'%s %s'|format(1)
'%s'|format(1, 2)
'%s' % 'a'
'%s %s' % ('a', 1)
'%(x)s' % {'x': 1}
'%d' % 'a'
'%g %g %g' % (100000.0, 1000000.0, 0.5)
'<a href="x">\\'&'|e
'<a>'|escape
'<a>'|safe
'a b-c d_e, été'|wordcount
s|nosuchfilter
s|upper|lower|title
range(3)|list
range(1, 4)|list
range(10, 0, -3)|list
range(3)
range(1, 10, 2)
range(3)[1]
range(5)[-1]
range(3)|length
range(200000)
range('a')
3 in range(5)
dict(a=1, b=2)
dict({'a': 1}, c=3)
dict([('x', 1)])
namespace(a=1).a
namespace(a=1)['a']
namespace(a=1).b is defined
namespace()
raise_exception('my message')
raise_exception()
[1, 2,]
{'a': 1,}
(1)
[x for x in list]
1 +
1 2
)
(1]
'abc
{{ 1 }}
s | upper | replace ( 'L' , 'x' )
list | join ( ',' ) | length
s.upper().lower().title()[0:3]|lower
users[0].tags.x
users[0]['tags']['x']
users[-1].tags is undefined
messages[-1].content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n')
(messages|first).role
messages[0].role == 'system' and messages[1:]|length == 2
yes is true and no is false
n is defined and n is number and n > 5
n is not none
1 is not in [2]
[1, 2] is iterable and 'a' is not mapping
list is sequence is true
f(1
s.split(*[' ', 1])
dict(**{'a': 1})
''.join(words[:2] + ['z'])
'a' in ['a'] == true
True and False or None is none
- - 3
not no and yes
1 if 2 in list else 3
[1, 2][0] + {'a': 5}.a
"x" "y"|upper
1.e
.5
5.
1..real
n // 2 * 2 + n % 2
10 ** 2 // 3
'日本'|length
'é' == 'e\\u0301'
'%s' % [1, 'a']
'%s' % none
'%s' % (none,)
true ~ false ~ none
1 ~ '' ~ 2.50
[1.5, 2.0, 1e100]
1e22
1.7976931348623157e308
5e-324
0.30000000000000004
100000000000000000000.0
123456.789e3
""".strip("\n").split("\n")

TEMPLATES = r'''
a\n
===
a\n\n
===
\n
===
a{# comment #}b
===
a\n{# comment #}\nb
===
a\n  {# comment #}  \nb
===
a {#- c -#} b
===
{% if yes %}\nx\n{% endif %}\ny
===
  {% if yes %}\n  x\n  {% endif %}\n  y
===
a  {% if yes %}  x  {% endif %}  y
===
a\n  {%+ if yes %}x{% endif %}
===
a {%- if yes %} x {%- endif %} b
===
a {% if yes -%}  \n x {% endif -%}\n\n b
===
{% if yes +%}\nx{% endif %}
===
a\n  {{ n }}\n  b
===
a\n {{- n -}} \n b
===
{{ n }}\n{{ n }}\n\n
===
a\r\nb\rc\n
===
{{ 'a\r\nb' }}
===
{% raw %}{{ x }} {% if %}{% endraw %}
===
a\n  {% raw %}\n x {% endraw %}\n b
===
a {%- raw -%}  x  {%- endraw -%} b
===
{% raw %}never closed
===
{# never closed
===
{{ 1
===
{% if yes %}
===
{% if yes %}{% endfor %}
===
{% nosuch %}
===
{% endif %}
===
{% for i in list %}{{ i }}{% endfor %}
===
{% for i in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }} {% endfor %}
===
{% for i in list %}{{ loop.previtem }}-{{ loop.nextitem }},{{ loop.depth }}{{ loop.depth0 }} {% endfor %}
===
{% for i in list %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }}{{ loop.cycle('a', 'b') }}{{ loop.changed(i > 1) }} {% endfor %}
===
{% for i in [] %}x{% else %}empty{% endfor %}
===
{% for i in missing %}x{% else %}empty{% endfor %}
===
{% for i in 5 %}x{% endfor %}
===
{% for i in nil %}x{% endfor %}
===
{% for i in list if i > 1 %}{{ i }}/{{ loop.length }}{{ loop.last }} {% else %}none{% endfor %}
===
{% for i in list if i > 9 %}x{% else %}none{% endfor %}
===
{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}
===
{% for k, v in d|items %}{{ loop.length }}{{ k }};{% endfor %}
===
{% for k, v in d.items() if k != 'b' %}{{ k }};{% endfor %}
===
{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}
===
{% for a, b in [(1, 2, 3)] %}x{% endfor %}
===
{% for a, b in [1] %}x{% endfor %}
===
{% for k in d %}{{ k }}{% endfor %}
===
{% for c in emoji %}[{{ c }}]{% endfor %}
===
{% for i in range(5) %}{% if i == 1 %}{% continue %}{% endif %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}
===
{% break %}
===
{% for i in list %}{% for j in words %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}
===
{% for i in 1, 2, 3 %}{{ i }}{% endfor %}
===
{% for x in list %}{% set y = x %}{% endfor %}{{ y is defined }}
===
{% set y = 0 %}{% for x in list %}{{ y }}{% set y = x %}{{ y }} {% endfor %}{{ y }}
===
{% for x in list %}{{ y is defined }}{% set y = x %}{% endfor %}
===
{% set ns = namespace(y=0) %}{% for x in list %}{% set ns.y = ns.y + x %}{% endfor %}{{ ns.y }}
===
{% set ns = namespace(stop=false) %}{% for x in range(9) if not ns.stop %}{{ x }}{% if x == 2 %}{% set ns.stop = true %}{% endif %}{% endfor %}
===
{% set d.x = 1 %}
===
{% set a, b = 1, 2 %}{{ a }}{{ b }}
===
{% set a = 1, 2 %}{{ a }}
===
{% set a, b = [1] %}
===
{% set x %}a{{ n }}b{% endset %}[{{ x }}]{{ x|length }}
===
{% set x | upper | trim %} a{{ n }}b {% endset %}[{{ x }}]
===
{% set x = 1 %}{% if yes %}{% set x = 2 %}{% endif %}{{ x }}
===
{% set x = 1 %}{% set x = x + 1 %}{{ x }}
===
{% set messages = messages[1:] %}{{ messages|length }}
===
{% if no %}a{% elif n > 5 %}b{% else %}c{% endif %}
===
{% if no %}a{% elif no %}b{% else %}c{% endif %}
===
{% if missing %}a{% endif %}{% if not missing %}b{% endif %}
===
{% if 0 or '' or [] or {} or () or none or false or 0.0 %}a{% else %}b{% endif %}
===
{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=5, a=4) }} {{ m() }}
===
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}
===
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x=2) }}
===
{% macro m(a) %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, 3, x=4) }}
===
{% macro m(n) %}{% if n > 0 %}{{ n }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}
===
{% macro m(a, b=a ~ 'x') %}{{ b }}{% endmacro %}{{ m('q') }}
===
{% set top = 1 %}{% macro m() %}{{ top }}{{ x is defined }}{% endmacro %}{% set top = 2 %}{% for x in [1] %}{{ m() }}{% endfor %}
===
{% for x in list %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %}
===
{% macro m() %}{% set top = 5 %}{{ top }}{% endmacro %}{% set top = 1 %}{{ m() }}{{ top }}
===
{% macro m() %} a {% endmacro %}[{{ m() }}][{{ m()|trim }}]{{ m.name }}{{ m.arguments }}
===
{% macro m(a, b) %}{{ b is defined }}{{ b }}{% endmacro %}{{ m(1) }}
===
{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}body{{ n }}{% endcall %}
===
{% macro m() %}[{{ caller(1, 2) }}]{% endmacro %}{% call(a, b) m() %}{{ a }}{{ b }}{% endcall %}
===
{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}
===
{% filter upper %}a{{ s }}{% endfilter %}
===
{% filter replace('a', 'b')|upper %}aaa{% endfilter %}
===
{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a is defined }}
===
{% generation %}a{% endgeneration %}b
===
{% generation %}\na\n{% endgeneration %}\nb
===
{% generation %}{% set x = 1 %}{{ x }}{% endgeneration %}{{ x is defined }}
===
{% include 'x' %}
===
{% import 'x' as y %}
===
{% extends 'x' %}
===
{% do list %}
===
{% print 1 %}
===
{{ raise_exception('no ' ~ s) }}
===
{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}
===
{% set j = joiner('|') %}{% for x in list %}{{ j() }}{{ x }}{% endfor %}
===
{% set g = list|map('string') %}{{ g|list }}{{ g|list }}
===
{%- for m in messages %}\n    {%- if m.role == 'user' %}\n        {{- '<u>' + m.content | trim + '</u>' }}\n    {%- else %}\n        {{- '<o>' ~ m.content ~ '</o>' }}\n    {%- endif %}\n{%- endfor %}
===
{% for m in messages[::-1] %}{% set index = (messages|length - 1) - loop.index0 %}{{ index }}{{ m.role }} {% endfor %}
===
{{ 'literal\nnewline' }}
===
{{ "a\\nb" }}
===
{{ 'continued \\\n line' }}
===
{{ '}}' }}{{ '%}' }}
===
{{ {'a': {'b': 1}}['a']['b'] }}{{ {'a': {'b': 1}}}}
===
{{- 1 -}}   {{- 2 }}
===
{{ 1 }}{%- if yes -%}{{ 2 }}{%- endif -%}   {{ 3 }}
===
x{%\n  if\n  yes\n%}y{%\nendif\n%}z
===
{{\n  'a'\n  + 'b'\n}}
===
a { b } % } # {
===
{ % if %}
===
{%if yes%}x{%endif%}
===
{% if yes: %}x{% endif %}
===
{{ x.y.z if x is defined and x.y is defined else 'none' }}
===
{{ loop is defined }}{% for x in [1] %}{{ loop is defined }}{% endfor %}
===
{% for x in list -%}\n  {{ x }}\n{%- endfor %}
===
{%- set x = [1,\n 2] -%}\n{{ x }}
===
{{ '%-10s|' % 'a' }}{# c #}\n\nend
===
 \t{% if yes %} \t{% endif %}x
===
{{ n }}  {% if yes %}\n  a{% endif %}
===
{{ 'a' }}\n  {% set x = 1 %}\n  {% set y = 2 %}\nb
'''.strip("\n").split("\n===\n")


def template_of(line):
    """Line breaks are spelled \\n and \\r in the list above, a backslash is doubled."""
    return line.replace("\\\\", "\0").replace("\\n", "\n").replace("\\r", "\r").replace("\0", "\\")


def case(template):
    row = {"template": template}
    try:
        row["rendered"] = _compile_jinja_template(template).render(**VARIABLES)
    except Exception as failure:
        row["error"] = str(failure)
        row["kind"] = type(failure).__name__
    return row


def expressions():
    lines = iter(EXPRESSIONS)
    for line in lines:
        if line == "'a\\":
            line += "\n" + next(lines)
        yield "{{ " + line + " }}"


if __name__ == "__main__":
    rows = [case(t) for t in expressions()] + [case(template_of(t)) for t in TEMPLATES]
    out = {"versions": {"jinja2": jinja2.__version__, "transformers": transformers.__version__}, "variables": VARIABLES, "cases": rows}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "jinja-cases.json"), "w", encoding="utf-8") as f:
        json.dump(out, f, ensure_ascii=False, indent=1)
        f.write("\n")
    print(len(rows), "cases,", sum("error" in r for r in rows), "errors")
