<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>찾는 위치(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Discard</source>
        <extracomment>Qt&apos;s own Korean says the same as for Ignore</extracomment>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <extracomment>a key: as it is written on keyboards</extracomment>
        <translation>←</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>a key: as it is written on keyboards</extracomment>
        <translation>↑</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>a key: as it is written on keyboards</extracomment>
        <translation>→</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>a key: as it is written on keyboards</extracomment>
        <translation>↓</translation>
    </message>
</context>
</TS>
