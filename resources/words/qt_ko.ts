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
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>파일</translation>
    </message>
    <message>
        <source>Alias</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>별명</translation>
    </message>
    <message>
        <source>Drive</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>드라이브</translation>
    </message>
    <message>
        <source>File Folder</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>파일 폴더</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Unknown</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>바로 가기</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>쪽 순서(&amp;O):</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>장당 쪽 수(&amp;P):</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>쪽 집합(&amp;S):</translation>
    </message>
    <message>
        <source>Duplex Printing</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>양면 인쇄</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>없음</translation>
    </message>
    <message>
        <source>Long side</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>긴 쪽</translation>
    </message>
    <message>
        <source>Short side</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>짧은 쪽</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>Job &amp;priority:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>작업 우선순위(&amp;P):</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>예약 인쇄(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Billing information:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>청구 정보(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>시작(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>끝(&amp;E):</translation>
    </message>
</context>
<context>
    <name>QAccessibleActionInterface</name>
    <message>
        <source>Set Focus</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>초점 맞추기</translation>
    </message>
    <message>
        <source>Show Menu</source>
        <extracomment>Qt&apos;s own Korean lacks it</extracomment>
        <translation>메뉴 표시</translation>
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
    <message>
        <source>Return</source>
        <extracomment>a key: as it is written on keyboards</extracomment>
        <translation>Enter</translation>
    </message>
</context>
</TS>
