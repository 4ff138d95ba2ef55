<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <message>
        <source>Return</source>
        <extracomment>a key: as it is written on keyboards</extracomment>
        <translation>Enter</translation>
    </message>
</context>
</TS>
