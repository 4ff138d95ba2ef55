<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>{file}: %n steps, no errors</source>
        <extracomment>{file}: a file</extracomment>
        <translation>
            <numerusform>{file}: %n step, no errors</numerusform>
            <numerusform>{file}: %n steps, no errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
