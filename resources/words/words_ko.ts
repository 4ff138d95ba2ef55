<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message id="returns">
        <source>returns</source>
        <extracomment>in a frame&apos;s card: the row of the value handed out</extracomment>
        <label>picture</label>
        <translation>반환</translation>
    </message>
    <message id="yields">
        <source>yields</source>
        <extracomment>in a frame&apos;s card: the row of the value handed out by a generator</extracomment>
        <label>picture</label>
        <translation>내보냄</translation>
    </message>
    <message id="raised">
        <source>raised</source>
        <label>picture</label>
        <translation>발생</translation>
    </message>
    <message id="not-caught">
        <source>not caught</source>
        <label>picture</label>
        <translation>잡지 않음</translation>
    </message>
    <message id="raised-here">
        <source>raised here</source>
        <label>picture</label>
        <translation>여기서 발생</translation>
    </message>
    <message id="caught-here">
        <source>caught here</source>
        <label>picture</label>
        <translation>여기서 잡음</translation>
    </message>
    <message id="name-gone">
        <source>{name} deleted</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>picture</label>
        <translation>{name} 삭제됨</translation>
    </message>
    <message id="deleted">
        <source>deleted</source>
        <label>picture</label>
        <translation>삭제됨</translation>
    </message>
    <message id="island">
        <source>Unreachable island</source>
        <label>picture</label>
        <translation>닿을 수 없는 섬</translation>
    </message>
    <message id="references" numerus="yes">
        <source>%n references</source>
        <label>picture</label>
        <translation>
            <numerusform>참조 %n개</numerusform>
        </translation>
    </message>
    <message id="not-counted">
        <source>never freed, not counted</source>
        <label>picture</label>
        <translation>해제되지 않고 세지 않음</translation>
    </message>
    <message id="count-before">
        <source>before: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>picture</label>
        <translation>이전: {count}</translation>
    </message>
    <message id="mark-changed">
        <source>changed</source>
        <label>picture</label>
        <translation>바뀜</translation>
    </message>
    <message id="mark-new">
        <source>new</source>
        <label>picture</label>
        <translation>새로 생김</translation>
    </message>
    <message id="mark-unreachable">
        <source>unreachable</source>
        <label>picture</label>
        <translation>닿을 수 없음</translation>
    </message>
    <message id="is-running">
        <source>running</source>
        <label>picture</label>
        <translation>실행 중</translation>
    </message>
    <message id="folded" numerus="yes">
        <source>%n objects folded away</source>
        <label>picture</label>
        <translation>
            <numerusform>객체 %n개 접음</numerusform>
        </translation>
    </message>
    <message id="empty">
        <source>empty</source>
        <extracomment>in a card without items</extracomment>
        <label>picture</label>
        <translation>비어 있음</translation>
    </message>
    <message id="dead">
        <source>its object is gone</source>
        <label>picture</label>
        <translation>객체가 사라짐</translation>
    </message>
    <message id="key">
        <source>key</source>
        <extracomment>in a card: the label of a key</extracomment>
        <label>picture</label>
        <translation>키</translation>
    </message>
    <message id="base">
        <source>base</source>
        <extracomment>in a card: the label of a base class</extracomment>
        <label>picture</label>
        <translation>기반</translation>
    </message>
    <message id="default">
        <source>default {number}</source>
        <extracomment>{number}: a number</extracomment>
        <label>picture</label>
        <translation>기본값 {number}</translation>
    </message>
    <message id="defaults">
        <source>defaults</source>
        <extracomment>in a function&apos;s card, before the arrow to the tuple of its default arguments</extracomment>
        <label>picture</label>
        <translation>기본값</translation>
    </message>
    <message id="methods" numerus="yes">
        <source>%n methods</source>
        <label>picture</label>
        <translation>
            <numerusform>메서드 %n개</numerusform>
        </translation>
    </message>
    <message id="generator-created">
        <source>created</source>
        <label>picture</label>
        <translation>만들어짐</translation>
    </message>
    <message id="generator-suspended">
        <source>paused at line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>{line}번 줄에서 멈춤</translation>
    </message>
    <message id="generator-running">
        <source>running, line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>실행 중, {line}번 줄</translation>
    </message>
    <message id="generator-closed">
        <source>closed</source>
        <label>picture</label>
        <translation>닫힘</translation>
    </message>
    <message id="awaits">
        <source>waits for</source>
        <label>picture</label>
        <translation>기다림</translation>
    </message>
    <message id="next-is">
        <source>next is [{index}] of</source>
        <extracomment>in an iterator&apos;s card, before the arrow to what it walks over; {index}: a position, from 0 on</extracomment>
        <label>picture</label>
        <translation>다음은 [{index}], 대상</translation>
    </message>
    <message id="used-up">
        <source>used up</source>
        <label>picture</label>
        <translation>다 씀</translation>
    </message>
    <message id="empty-type">
        <source>{type} · empty</source>
        <extracomment>{type}: a type</extracomment>
        <label>picture</label>
        <translation>{type} · 비어 있음</translation>
    </message>
    <message id="key-number">
        <source>key {n}</source>
        <extracomment>{n}: a number; in a dict&apos;s card, where the key is an object of its own</extracomment>
        <label>picture</label>
        <translation>키 {n}</translation>
    </message>
    <message id="message">
        <source>message</source>
        <extracomment>in an exception&apos;s card</extracomment>
        <label>picture</label>
        <translation>메시지</translation>
    </message>
    <message id="raised-in">
        <source>raised in {function}, line {line}</source>
        <extracomment>{function}: a name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>{function}의 {line}행에서 발생</translation>
    </message>
    <message id="passed-through">
        <source>through {function}, line {line}</source>
        <extracomment>{function}: a name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>{function}의 {line}행을 거침</translation>
    </message>
    <message id="over">
        <source>over</source>
        <extracomment>in an iterator&apos;s card: the row of what it iterates over</extracomment>
        <label>picture</label>
        <translation>대상</translation>
    </message>
    <message id="weak-dead">
        <source>its object is gone</source>
        <extracomment>in a weak reference&apos;s card</extracomment>
        <label>picture</label>
        <translation>객체가 사라졌음</translation>
    </message>
    <message id="more-frames">
        <source>⋮ {n} more calls</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>⋮ 호출 {n}개 더</translation>
    </message>
    <message id="more-nodes">
        <source>⋯ {n} nodes</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>⋯ 노드 {n}개</translation>
    </message>
    <message id="more-rows">
        <source>⋮ {n} more</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>⋮ {n}개 더</translation>
    </message>
    <message id="item-count">
        <source>{n} items</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>항목 {n}개</translation>
    </message>
    <message id="table-of">
        <source>{type} of {item}</source>
        <extracomment>{type}, {item}: types, as in list of Student</extracomment>
        <label>picture</label>
        <translation>{item}의 {type}</translation>
    </message>
    <message id="at-line">
        <source>line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>{line}행</translation>
    </message>
    <message id="heap">
        <source>Heap</source>
        <extracomment>title of the region of objects</extracomment>
        <label>picture</label>
        <translation>힙</translation>
    </message>
    <message id="heap-note-some" numerus="yes">
        <source>{shown} of %n objects drawn · {size} of {whole}</source>
        <extracomment>{shown}: how many of them are drawn; {size}: a size, as in 72 B; {whole}: the size of all</extracomment>
        <label>picture</label>
        <translation>
            <numerusform>객체 %n개 중 {shown}개 그림 · {whole} 중 {size}</numerusform>
        </translation>
    </message>
    <message id="heap-note" numerus="yes">
        <source>%n objects · {size}</source>
        <extracomment>{size}: a size, as in 72 B</extracomment>
        <label>picture</label>
        <translation>
            <numerusform>객체 %n개 · {size}</numerusform>
        </translation>
    </message>
    <message id="text">
        <source>Text</source>
        <extracomment>title of the region of code; LOOK keeps the word</extracomment>
        <label>picture</label>
        <translation>Text</translation>
    </message>
    <message id="text-note">
        <source>code of the program, one copy however often it is called</source>
        <label>picture</label>
        <translation>프로그램의 코드, 몇 번을 호출해도 한 벌</translation>
    </message>
    <message id="text-more" numerus="yes">
        <source>code of the program; %n more not shown</source>
        <label>picture</label>
        <translation>
            <numerusform>프로그램의 코드, 보이지 않는 것 %n개</numerusform>
        </translation>
    </message>
    <message id="code-line">
        <source>from line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>{line}번 줄부터</translation>
    </message>
    <message id="returns-to">
        <source>returns to {function}, line {line}</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>{function} {line}번 줄로 돌아감</translation>
    </message>
    <message id="data">
        <source>Data</source>
        <extracomment>title of the region of global names</extracomment>
        <label>picture</label>
        <translation>Data</translation>
    </message>
    <message id="data-note">
        <source>global names, live until the end</source>
        <label>picture</label>
        <translation>전역 이름, 끝날 때까지 살아 있음</translation>
    </message>
    <message id="stack">
        <source>Stack</source>
        <extracomment>title of the region of calls</extracomment>
        <label>picture</label>
        <translation>스택</translation>
    </message>
    <message id="stack-note">
        <source>one frame per call, grows down</source>
        <label>picture</label>
        <translation>호출마다 프레임 하나, 아래로 자람</translation>
    </message>
    <message id="items" numerus="yes">
        <source>%n items</source>
        <label>picture</label>
        <translation>
            <numerusform>항목 %n개</numerusform>
        </translation>
    </message>
    <message id="pairs" numerus="yes">
        <source>%n pairs</source>
        <label>picture</label>
        <translation>
            <numerusform>쌍 %n개</numerusform>
        </translation>
    </message>
    <message id="names" numerus="yes">
        <source>%n names</source>
        <label>picture</label>
        <translation>
            <numerusform>이름 %n개</numerusform>
        </translation>
    </message>
    <message id="attributes" numerus="yes">
        <source>%n attributes</source>
        <label>picture</label>
        <translation>
            <numerusform>속성 %n개</numerusform>
        </translation>
    </message>
    <message id="characters" numerus="yes">
        <source>%n characters</source>
        <label>picture</label>
        <translation>
            <numerusform>글자 %n개</numerusform>
        </translation>
    </message>
    <message id="module">
        <source>module</source>
        <label>picture</label>
        <translation>모듈</translation>
    </message>
    <message id="arrow-names">
        <source>`{name}` in {holder} refers to {target}</source>
        <extracomment>{name}: a name, as the program or the file has it; {holder}: what refers to it, as in list #3; {target}: an object, as in list #3</extracomment>
        <label>picture</label>
        <translation>{holder}의 `{name}`[이/가] {target}[을/를] 가리킵니다</translation>
    </message>
    <message id="arrow-holds">
        <source>`{slot}` of {holder} refers to {target}</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {target}: an object, as in list #3</extracomment>
        <label>picture</label>
        <translation>{holder}의 `{slot}`[이/가] {target}[을/를] 가리킵니다</translation>
    </message>
    <message id="name-in">
        <source>`{name}` in {scope}</source>
        <extracomment>who refers to an object, in a list: {name}: a name, as the program has it; {scope}: a module or a function</extracomment>
        <label>picture</label>
        <translation>{scope}의 `{name}`</translation>
    </message>
    <message id="tag-index">
        <source>`{name}` is the index of this cell</source>
        <extracomment>of a name below a cell of a list; {name}: one name, or more with spaces between</extracomment>
        <label>picture</label>
        <translation>`{name}`[이/가] 이 칸의 인덱스입니다</translation>
    </message>
    <message id="slot-iterator">
        <source>sequence</source>
        <extracomment>what an iterator walks over, as in: sequence of list_iterator #4 refers to list #1</extracomment>
        <label>picture</label>
        <translation>순회 대상</translation>
    </message>
    <message id="slot-awaits">
        <source>awaited object</source>
        <extracomment>what a coroutine waits for</extracomment>
        <label>picture</label>
        <translation>기다리는 객체</translation>
    </message>
    <message id="slot-weak">
        <source>weak reference</source>
        <extracomment>as in: weak reference of weakref #15 refers to Node #9</extracomment>
        <label>picture</label>
        <translation>약한 참조</translation>
    </message>
    <message id="slot-cell">
        <source>contents</source>
        <extracomment>what a cell holds</extracomment>
        <label>picture</label>
        <translation>내용</translation>
    </message>
    <message id="refers-name">
        <source>name `{name}` of {scope}</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function</extracomment>
        <label>who refers</label>
        <translation>{scope}의 이름 `{name}`</translation>
    </message>
    <message id="refers-slot">
        <source>`{slot}` of {holder}</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 `{slot}`</translation>
    </message>
    <message id="refers-item">
        <source>item of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 항목</translation>
    </message>
    <message id="refers-key">
        <source>key of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 키</translation>
    </message>
    <message id="refers-value">
        <source>value of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 값</translation>
    </message>
    <message id="refers-attribute">
        <source>attribute of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 속성</translation>
    </message>
    <message id="refers-class">
        <source>class of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 클래스</translation>
    </message>
    <message id="refers-base">
        <source>base class of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 기반 클래스</translation>
    </message>
    <message id="refers-cell">
        <source>contents of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 내용</translation>
    </message>
    <message id="refers-closure">
        <source>closure of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 클로저</translation>
    </message>
    <message id="refers-default">
        <source>default argument of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 기본 인자</translation>
    </message>
    <message id="refers-defaults">
        <source>defaults of {holder}</source>
        <extracomment>{holder}: a function; what refers to the tuple of its defaults</extracomment>
        <label>who refers</label>
        <translation>{holder}의 기본값들</translation>
    </message>
    <message id="refers-parameter">
        <source>default of `{name}` in {holder}</source>
        <extracomment>{name}: a parameter; {holder}: a function</extracomment>
        <label>who refers</label>
        <translation>{holder}에서 `{name}`의 기본값</translation>
    </message>
    <message id="refers-self">
        <source>`self` of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 `self`</translation>
    </message>
    <message id="refers-function">
        <source>function of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 함수</translation>
    </message>
    <message id="refers-code">
        <source>code of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 코드</translation>
    </message>
    <message id="refers-module">
        <source>module `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>모듈 `{holder}`</translation>
    </message>
    <message id="refers-namespace">
        <source>namespace of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 이름 공간</translation>
    </message>
    <message id="refers-generator-local">
        <source>name in the frame of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder} 프레임의 이름</translation>
    </message>
    <message id="refers-iterator">
        <source>{holder} walks over it</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}[이/가] 순회하는 대상</translation>
    </message>
    <message id="refers-traceback">
        <source>traceback: {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>트레이스백: {holder}</translation>
    </message>
    <message id="refers-exception">
        <source>{holder}, exception</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}, 예외</translation>
    </message>
    <message id="refers-within">
        <source>held in {holder}</source>
        <extracomment>{holder}: what refers to it, as in partial #3</extracomment>
        <label>who refers</label>
        <translation>{holder} 안에서 가리킴</translation>
    </message>
    <message id="refers-weakref-callback">
        <source>callback of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 콜백</translation>
    </message>
    <message id="refers-running-frame">
        <source>running frame of `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>실행 중인 `{holder}`의 프레임</translation>
    </message>
    <message id="refers-paused-frame">
        <source>paused frame of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 멈춘 프레임</translation>
    </message>
    <message id="refers-class-internals">
        <source>internals of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}의 내부</translation>
    </message>
    <message id="refers-constant">
        <source>constant in the code of `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>`{holder}` 코드의 상수</translation>
    </message>
    <message id="refers-syntax-tree">
        <source>the program&apos;s syntax tree</source>
        <label>who refers</label>
        <translation>프로그램의 구문 트리</translation>
    </message>
    <message id="refers-stack">
        <source>waiting in the interpreter, `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>인터프리터에서 대기 중, `{holder}`</translation>
    </message>
    <message id="refers-other">
        <source>elsewhere in the interpreter</source>
        <label>who refers</label>
        <translation>인터프리터 안의 다른 곳</translation>
    </message>
    <message id="refers-weakly">
        <source>not counted: {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>세지 않음: {holder}</translation>
    </message>
    <message id="path-chain">
        <source>`{slot}` × {times}, from {holder} on</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {times}: how often; {holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}부터 `{slot}` × {times}</translation>
    </message>
    <message id="life-there">
        <source>there from the first step</source>
        <label>life of an object</label>
        <translation>첫 단계부터 있었음</translation>
    </message>
    <message id="life-made">
        <source>first seen when line {line} had run</source>
        <extracomment>{line}: a line number</extracomment>
        <label>life of an object</label>
        <translation>{line}번 줄이 실행된 뒤 처음 보임</translation>
    </message>
    <message id="life-made-in">
        <source>first seen when line {line} of {file} had run</source>
        <extracomment>{line}: a line number; {file}: a file</extracomment>
        <label>life of an object</label>
        <translation>{file} {line}번 줄이 실행된 뒤 처음 보임</translation>
    </message>
    <message id="life-earlier">
        <source>its address had been #{serial}&apos;s</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>이 주소는 그 전에 #{serial}의 것이었음</translation>
    </message>
    <message id="life-island">
        <source>only a cycle keeps it alive from here on</source>
        <label>life of an object</label>
        <translation>여기서부터 순환 참조만이 살려 둠</translation>
    </message>
    <message id="life-freed">
        <source>freed</source>
        <label>life of an object</label>
        <translation>해제됨</translation>
    </message>
    <message id="life-later">
        <source>its address goes to #{serial}</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>이 주소는 #{serial}에게 넘어감</translation>
    </message>
    <message id="lost-rebound">
        <source>name `{where}` of {scope} no longer refers to it</source>
        <extracomment>{where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>{scope}의 이름 `{where}`[이/가] 더는 가리키지 않음</translation>
    </message>
    <message id="lost-deleted">
        <source>name `{where}` of {scope} was deleted</source>
        <extracomment>{where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>{scope}의 이름 `{where}`[이/가] 삭제됨</translation>
    </message>
    <message id="lost-frame-ended">
        <source>the call of `{scope}` ended, with its name `{where}`</source>
        <extracomment>{scope}: where the name lives: a module or a function; {where}: a name or a place, as in [0]</extracomment>
        <label>life of an object</label>
        <translation>`{scope}` 호출이 끝나 이름 `{where}`도 사라짐</translation>
    </message>
    <message id="lost-replaced">
        <source>`{where}` of {holder} no longer refers to it</source>
        <extracomment>{where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder}의 `{where}`[이/가] 더는 가리키지 않음</translation>
    </message>
    <message id="lost-removed">
        <source>`{where}` of {holder} was removed</source>
        <extracomment>{where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder}의 `{where}`[이/가] 없어짐</translation>
    </message>
    <message id="lost-holder-died">
        <source>{holder}, which referred to it, was freed</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>이것을 가리키던 {holder}[이/가] 해제됨</translation>
    </message>
    <message id="lost-not-kept">
        <source>`{scope}` handed it out, and nothing kept it</source>
        <extracomment>{scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>`{scope}`[이/가] 내주었으나 아무도 받지 않음</translation>
    </message>
    <message id="lost-collector">
        <source>the garbage collector found its cycle</source>
        <label>life of an object</label>
        <translation>가비지 수거기가 순환 참조를 찾아냄</translation>
    </message>
    <message id="begins">
        <source>The program is about to run line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>프로그램이 {line}번 줄을 실행하려고 합니다.</translation>
    </message>
    <message id="ran-code">
        <source>`{code}` ran on line {line}.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄 `{code}`[이/가] 실행되었습니다.</translation>
    </message>
    <message id="ran-line">
        <source>Line {line} ran.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄이 실행되었습니다.</translation>
    </message>
    <message id="body-begins">
        <source>The body of `{function}` begins on line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 본문이 {line}번 줄에서 시작합니다.</translation>
    </message>
    <message id="class-body-ends">
        <source>The body of class `{function}` is through: its names are handed over to the class.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>클래스 `{function}`의 본문이 끝나 그 이름들이 클래스로 넘어갑니다.</translation>
    </message>
    <message id="class-notes">
        <source>The body of the class first notes `__module__` and `__qualname__`.</source>
        <label>step in words</label>
        <translation>클래스 본문은 먼저 `__module__`과 `__qualname__`을 적어 둡니다.</translation>
    </message>
    <message id="returns-at-its-end">
        <source>`{function}` has come to its last line without `return`: it gives None.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] `return` 없이 마지막 줄에 이르러 None을 돌려줍니다.</translation>
    </message>
    <message id="exception-goes-to">
        <source>The exception is taken up on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>예외를 {line}번 줄에서 넘겨받습니다.</translation>
    </message>
    <message id="did-several" numerus="yes">
        <source>%n statements stand on this line.</source>
        <label>step in words</label>
        <translation>
            <numerusform>이 줄에는 문장이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message id="line-goes-on">
        <source>Line {line} goes on.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄이 이어집니다.</translation>
    </message>
    <message id="statement-goes-on">
        <source>The statement from line {line} goes on.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄에서 시작한 문장이 이어집니다.</translation>
    </message>
    <message id="if-true">
        <source>`{code}` is true: the block below runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 아래 블록을 실행합니다.</translation>
    </message>
    <message id="if-false">
        <source>`{code}` is false: the block below is left out.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 아래 블록을 건너뜁니다.</translation>
    </message>
    <message id="while-true">
        <source>`{code}` is true: the loop runs once more.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 반복문이 한 번 더 돕니다.</translation>
    </message>
    <message id="while-false">
        <source>`{code}` is false: the loop ends.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 반복문이 끝납니다.</translation>
    </message>
    <message id="for-next">
        <source>The loop takes the next item and calls it `{code}`.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>반복문이 다음 항목을 꺼내 `{code}`[으로/로] 부릅니다.</translation>
    </message>
    <message id="for-over">
        <source>There is no further item for `{code}`: the loop ends.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[으로/로] 부를 항목이 더 없어 반복문이 끝납니다.</translation>
    </message>
    <message id="with-enters">
        <source>`{code}` is entered; however the block ends, it will be left properly.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` 안으로 들어갑니다. 블록이 어떻게 끝나든 제대로 마무리됩니다.</translation>
    </message>
    <message id="with-leaves">
        <source>The block of `{code}` is over, and it is left.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 블록이 끝나 마무리합니다.</translation>
    </message>
    <message id="try-begins">
        <source>`try`: what goes wrong in this block can be taken up below it.</source>
        <label>step in words</label>
        <translation>`try`: 이 블록에서 잘못된 것은 아래에서 넘겨받을 수 있습니다.</translation>
    </message>
    <message id="except-matches">
        <source>The exception is a `{code}`: this block handles it.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>예외가 `{code}`이므로 이 블록이 처리합니다.</translation>
    </message>
    <message id="except-any">
        <source>This block handles every exception.</source>
        <label>step in words</label>
        <translation>이 블록은 모든 예외를 처리합니다.</translation>
    </message>
    <message id="except-passes">
        <source>The exception is no `{code}`: the search goes on.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>예외가 `{code}`[이/가] 아니므로 계속 찾습니다.</translation>
    </message>
    <message id="match-begins">
        <source>`{code}` is worked out once, then compared with each pattern.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 한 번 계산하여 패턴마다 견주어 봅니다.</translation>
    </message>
    <message id="case-matches">
        <source>Pattern `{code}` fits: its block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[이/가] 맞아 그 블록을 실행합니다.</translation>
    </message>
    <message id="case-passes">
        <source>Pattern `{code}` does not fit.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[은/는] 맞지 않습니다.</translation>
    </message>
    <message id="def-made">
        <source>`def` has made the function `{name}`; its body runs only when it is called.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`def`가 함수 `{name}`[을/를] 만들었습니다. 본문은 호출될 때에만 실행됩니다.</translation>
    </message>
    <message id="class-made">
        <source>`class` has made the class `{name}` of the names its body has bound.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`class`가 본문에서 붙인 이름들로 클래스 `{name}`[을/를] 만들었습니다.</translation>
    </message>
    <message id="only-annotated">
        <source>This only notes a type for `{name}`: no name is bound.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`{name}`의 타입을 적어 둘 뿐, 이름이 붙지는 않습니다.</translation>
    </message>
    <message id="unpacked">
        <source>The value is taken apart: each name of `{code}` gets one item.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>값을 풀어 `{code}`의 이름마다 항목을 하나씩 줍니다.</translation>
    </message>
    <message id="stored-into">
        <source>`{code}` is a place inside an object: the object changes, no name does.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] 객체 안의 자리입니다. 이름이 아니라 그 객체가 바뀝니다.</translation>
    </message>
    <message id="assigned">
        <source>The right side was worked out; `{name}` is a name for the result.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>오른쪽을 계산했고, `{name}`[은/는] 그 결과를 부르는 이름입니다.</translation>
    </message>
    <message id="assigned-same">
        <source>`{name}` refers to the very same {what} as before.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] 이전과 똑같은 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="assigned-shared">
        <source>Nothing is copied: `{code}` and the new reference lead to the same {what}.</source>
        <extracomment>{code}: Python code; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>복사하지 않습니다. `{code}`[과/와] 새 참조가 같은 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="assigned-chain" numerus="yes">
        <source>%n names, one object: all refer to the same {what}.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>이름은 %n개, 객체는 하나입니다. 모두 같은 {what}[을/를] 가리킵니다.</numerusform>
        </translation>
    </message>
    <message id="augmented-itself">
        <source>{what} itself was changed: `{name}` still refers to it.</source>
        <extracomment>{what}: an object, as in list #3; {name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>{what} 자체가 바뀌었습니다. `{name}`[은/는] 여전히 그것을 가리킵니다.</translation>
    </message>
    <message id="augmented-new">
        <source>A new value was made: `{name}` now refers to {what}; the old object was not changed.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>새 값을 만들었습니다. `{name}`[은/는] 이제 {what}[을/를] 가리키고, 옛 객체는 그대로입니다.</translation>
    </message>
    <message id="del-lets-go">
        <source>`del` takes a reference away; an object goes only when nothing else refers to it.</source>
        <label>step in words</label>
        <translation>`del`은 참조를 없앱니다. 객체는 다른 참조가 없을 때에만 사라집니다.</translation>
    </message>
    <message id="imported">
        <source>`import` binds `{name}`; the code of a module runs only at its first import.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`import`가 이름 `{name}`[을/를] 붙입니다. 모듈의 코드는 처음 가져올 때에만 실행됩니다.</translation>
    </message>
    <message id="return-waits">
        <source>`return` waits until `finally` has run.</source>
        <label>step in words</label>
        <translation>`return`은 `finally`가 실행될 때까지 기다립니다.</translation>
    </message>
    <message id="assert-holds">
        <source>`{code}` is true: `assert` lets the program go on.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 `assert`를 지나갑니다.</translation>
    </message>
    <message id="raise-ran">
        <source>`raise` has raised an exception.</source>
        <label>step in words</label>
        <translation>`raise`가 예외를 발생시켰습니다.</translation>
    </message>
    <message id="pass-ran">
        <source>`pass` does nothing.</source>
        <label>step in words</label>
        <translation>`pass`는 아무 일도 하지 않습니다.</translation>
    </message>
    <message id="break-ran">
        <source>`break` leaves the loop.</source>
        <label>step in words</label>
        <translation>`break`가 반복문을 벗어납니다.</translation>
    </message>
    <message id="continue-ran">
        <source>`continue` goes on with the next turn of the loop.</source>
        <label>step in words</label>
        <translation>`continue`가 반복문의 다음 차례로 넘어갑니다.</translation>
    </message>
    <message id="scope-said">
        <source>This says where `{name}` is looked for; nothing runs.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`{name}`[을/를] 어디서 찾을지 말해 둘 뿐, 실행되는 것은 없습니다.</translation>
    </message>
    <message id="type-named">
        <source>`type` gives a type the name `{name}`; it is worked out only when somebody asks.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`type`이 타입에 이름 `{name}`[을/를] 붙입니다. 누가 물을 때에야 계산합니다.</translation>
    </message>
    <message id="call-through">
        <source>The call of `{code}` is through; its result is not kept.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` 호출이 끝났습니다. 결과는 간직하지 않습니다.</translation>
    </message>
    <message id="await-through">
        <source>`{code}` has been waited for.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 다 기다렸습니다.</translation>
    </message>
    <message id="yield-through">
        <source>The generator has been asked to go on.</source>
        <label>step in words</label>
        <translation>제너레이터가 이어서 실행하라는 요청을 받았습니다.</translation>
    </message>
    <message id="value-unused">
        <source>`{code}` was worked out; nothing keeps the result.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 계산했지만 결과는 아무도 간직하지 않습니다.</translation>
    </message>
    <message id="text-alone">
        <source>A value on its own does nothing; a text at the very beginning becomes the documentation.</source>
        <label>step in words</label>
        <translation>값만 적어 두면 아무 일도 없습니다. 맨 앞에 적은 글은 설명 문서가 됩니다.</translation>
    </message>
    <message id="called">
        <source>`{function}` is called: it gets a frame of its own.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 호출되어 자기 프레임을 얻습니다.</translation>
    </message>
    <message id="class-body-begins">
        <source>The body of class `{function}` runs, in a frame of its own.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>클래스 `{function}`의 본문이 자기 프레임에서 실행됩니다.</translation>
    </message>
    <message id="module-begins">
        <source>`{function}` begins to run, in a frame of its own.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 자기 프레임에서 실행되기 시작합니다.</translation>
    </message>
    <message id="returned">
        <source>`{function}` returns {value}.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {value}[을/를] 반환합니다.</translation>
    </message>
    <message id="yielded">
        <source>`{function}` hands out {value} and is paused at line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a value as Python writes it; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {value}[을/를] 내보내고 {line}번 줄에서 멈춥니다.</translation>
    </message>
    <message id="resumed">
        <source>`{function}` goes on from line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {line}번 줄부터 이어서 실행됩니다.</translation>
    </message>
    <message id="raised-exception">
        <source>{value} is raised in `{function}`, line {line}.</source>
        <extracomment>{value}: a value as Python writes it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 {line}번 줄에서 {value}[이/가] 발생했습니다.</translation>
    </message>
    <message id="passing-exception">
        <source>{value} passes through `{function}`, line {line}.</source>
        <extracomment>{value}: a value as Python writes it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{value}[이/가] `{function}`의 {line}번 줄을 지나갑니다.</translation>
    </message>
    <message id="finished">
        <source>The program has come to its end.</source>
        <label>step in words</label>
        <translation>프로그램이 끝났습니다.</translation>
    </message>
    <message id="uncaught">
        <source>The program ends: nothing caught {value}.</source>
        <extracomment>{value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>{value}[을/를] 잡은 곳이 없어 프로그램이 끝납니다.</translation>
    </message>
    <message id="frame-gone">
        <source>The frame of `{function}` is gone, and its names with it.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 프레임이 그 이름들과 함께 사라졌습니다.</translation>
    </message>
    <message id="frame-paused">
        <source>The frame of `{function}` is put aside: {value} is paused and keeps its names.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a generator or coroutine, as in generator #3</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 프레임은 스택에서 내려오고, 멈춰 있는 {value}[이/가] 그 이름들을 그대로 갖고 있습니다.</translation>
    </message>
    <message id="name-new">
        <source>New name `{name}` of {scope} refers to {new}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{scope}의 새 이름 `{name}`[이/가] {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="name-new-shared">
        <source>New name `{name}` of {scope} refers to {new}, which was there already.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{scope}의 새 이름 `{name}`[이/가] 이미 있던 {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="name-now-refers">
        <source>Name `{name}` of {scope} now refers to {new}; before, to {old}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 이제 {new}[을/를] 가리킵니다. 이전에는 {old}[을/를] 가리켰습니다.</translation>
    </message>
    <message id="name-now-refers-shared">
        <source>Name `{name}` of {scope} now refers to {new}, which was there already; before, to {old}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 이제 이미 있던 {new}[을/를] 가리킵니다. 이전에는 {old}[을/를] 가리켰습니다.</translation>
    </message>
    <message id="name-deleted">
        <source>Name `{name}` of {scope} is gone; it referred to {old}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 사라졌습니다. {old}[을/를] 가리키고 있었습니다.</translation>
    </message>
    <message id="slot-new">
        <source>`{slot}` of {holder} refers to {new}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="slot-now-refers">
        <source>`{slot}` of {holder} now refers to {new}; before, to {old}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] 이제 {new}[을/를] 가리킵니다. 이전에는 {old}[을/를] 가리켰습니다.</translation>
    </message>
    <message id="slot-gone">
        <source>`{slot}` of {holder} is gone; it referred to {old}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] 사라졌습니다. {old}[을/를] 가리키고 있었습니다.</translation>
    </message>
    <message id="iterator-counted">
        <source>{holder} moves on: next is {value}.</source>
        <extracomment>{holder}: the iterator of a range; {value}: a number</extracomment>
        <label>picture</label>
        <translation>{holder}[이/가] 나아갑니다. 다음은 {value}입니다.</translation>
    </message>
    <message id="enumerate-moved">
        <source>{holder} moves on: its next number is {index}.</source>
        <extracomment>{holder}: what refers to it, as in list #3; {index}: a number</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 앞으로 나아갑니다. 다음 번호는 {index}입니다.</translation>
    </message>
    <message id="iterator-moved">
        <source>{holder} moves on: next is [{index}].</source>
        <extracomment>{holder}: what refers to it, as in list #3; {index}: a position, from 0 on</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 앞으로 나아갑니다. 다음은 [{index}]입니다.</translation>
    </message>
    <message id="object-new">
        <source>{what} is new on the heap.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 힙에 새로 생겼습니다.</translation>
    </message>
    <message id="object-seen">
        <source>{what} is seen here for the first time.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 여기서 처음 나타났습니다.</translation>
    </message>
    <message id="immortal-seen">
        <source>{what} was made by Python itself and is never freed: nothing is allocated here.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[은/는] 파이썬이 미리 만든 것으로 해제되지 않습니다. 여기서 새로 만들어진 것은 없습니다.</translation>
    </message>
    <message id="count-changed">
        <source>The reference count of {what}: {old}&#xa0;→&#xa0;{new}.</source>
        <extracomment>{what}: an object, as in list #3; {old}: the object or number before; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{what}의 참조 횟수: {old}&#xa0;→&#xa0;{new}.</translation>
    </message>
    <message id="became-immortal">
        <source>{what} is immortal from now on: it is not counted any more.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[은/는] 이제 사라지지 않는 객체(불멸)라서 더는 세지 않습니다.</translation>
    </message>
    <message id="no-count">
        <source>No reference count changes: what this line touched is immortal.</source>
        <label>step in words</label>
        <translation>바뀐 참조 횟수가 없습니다. 이 줄이 다룬 것은 사라지지 않는 객체(불멸)입니다.</translation>
    </message>
    <message id="freed">
        <source>{what} is freed: nothing refers to it any more.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. 이제 아무것도 가리키지 않습니다.</translation>
    </message>
    <message id="freed-by-rebound">
        <source>{what} is freed: name `{where}` of {scope} was the last that referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {scope}의 이름 `{where}`[이/가] 마지막으로 가리키고 있었습니다.</translation>
    </message>
    <message id="freed-by-deleted">
        <source>{what} is freed: name `{where}` of {scope} was the last that referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {scope}의 이름 `{where}`[이/가] 마지막으로 가리키고 있었습니다.</translation>
    </message>
    <message id="freed-by-frame-ended">
        <source>{what} is freed: name `{where}` went with the frame of `{scope}`.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. 이름 `{where}`[이/가] `{scope}`의 프레임과 함께 사라졌습니다.</translation>
    </message>
    <message id="freed-by-replaced">
        <source>{what} is freed: `{where}` of {holder} was the last that referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {holder}의 `{where}`[이/가] 마지막으로 가리키고 있었습니다.</translation>
    </message>
    <message id="freed-by-removed">
        <source>{what} is freed: `{where}` of {holder} was the last that referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {holder}의 `{where}`[이/가] 마지막으로 가리키고 있었습니다.</translation>
    </message>
    <message id="freed-by-holder-died">
        <source>{what} is freed with {holder}, which referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가], 이것을 가리키던 {holder}[과/와] 함께 해제되었습니다.</translation>
    </message>
    <message id="freed-by-not-kept">
        <source>{what} is freed: `{scope}` handed it out, and nothing kept it.</source>
        <extracomment>{what}: an object, as in list #3; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. `{scope}`[이/가] 내주었으나 아무도 받지 않았습니다.</translation>
    </message>
    <message id="freed-by-collector">
        <source>{what} is freed: the garbage collector found its cycle.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. 가비지 수거기가 순환 참조를 찾아냈습니다.</translation>
    </message>
    <message id="unreachable">
        <source>No name leads to {what} any more; only a cycle keeps it alive.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[으로/로] 이어지는 이름이 더는 없습니다. 순환 참조만이 살려 두고 있습니다.</translation>
    </message>
    <message id="collected" numerus="yes">
        <source>The garbage collector (generation {generation}) freed %n objects.</source>
        <extracomment>{generation}: 0, 1 or 2</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>가비지 수거기({generation}세대)가 객체 %n개를 해제했습니다.</numerusform>
        </translation>
    </message>
    <message id="printed" numerus="yes">
        <source>It wrote %n bytes of output.</source>
        <label>step in words</label>
        <translation>
            <numerusform>출력 %n바이트를 썼습니다.</numerusform>
        </translation>
    </message>
    <message id="and-more" numerus="yes">
        <source>And %n more changes.</source>
        <label>step in words</label>
        <translation>
            <numerusform>그 밖에 %n가지가 더 바뀌었습니다.</numerusform>
        </translation>
    </message>
    <message id="generator-now-suspended">
        <source>{holder} is now paused at line {line}; its names are kept.</source>
        <extracomment>{holder}: what refers to it, as in list #3; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] {line}번 줄에서 멈추고 이름들을 간직합니다.</translation>
    </message>
    <message id="generator-now-running">
        <source>{holder} runs again.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 다시 실행됩니다.</translation>
    </message>
    <message id="generator-now-closed">
        <source>{holder} has come to its end.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 끝났습니다.</translation>
    </message>
    <message id="generator-now-created">
        <source>{holder} has not begun yet.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[은/는] 아직 시작하지 않았습니다.</translation>
    </message>
    <message id="iterator-ended">
        <source>{holder} is used up.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[을/를] 다 썼습니다.</translation>
    </message>
    <message id="locked">
        <source>locked</source>
        <label>picture</label>
        <translation>잠김</translation>
    </message>
    <message id="unlocked">
        <source>not locked</source>
        <label>picture</label>
        <translation>잠기지 않음</translation>
    </message>
    <message id="locked-by" numerus="yes">
        <source>locked %n times by thread {thread}</source>
        <extracomment>{thread}: a thread</extracomment>
        <label>picture</label>
        <translation>
            <numerusform>{thread}번 스레드가 %n번 잠금</numerusform>
        </translation>
    </message>
    <message id="thread">
        <source>Thread {n}</source>
        <extracomment>{n}: the number of a thread</extracomment>
        <label>picture</label>
        <translation>스레드 {n}</translation>
    </message>
    <message id="deadlock" numerus="yes">
        <source>Deadlock: %n threads in a ring, and none of them can ever go on.</source>
        <label>step in words</label>
        <translation>
            <numerusform>교착 상태: 스레드 %n개가 고리를 이루어 서로 기다리므로 아무도 나아갈 수 없습니다.</numerusform>
        </translation>
    </message>
    <message id="waits-for-ever">
        <source>Thread {thread} waits for `{what}`, which thread {holder} holds.</source>
        <extracomment>{thread}: a thread; {what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>스레드 {thread}[은/는] 스레드 {holder}[이/가] 잡고 있는 `{what}`[을/를] 기다립니다.</translation>
    </message>
    <message id="app.name">
        <source>Visualizer</source>
        <label>app</label>
        <translation>비주얼라이저</translation>
    </message>
    <message id="lab.run">
        <source>Run</source>
        <label>lab</label>
        <translation>실행</translation>
    </message>
    <message id="lab.cancel">
        <source>Cancel</source>
        <label>lab</label>
        <translation>취소</translation>
    </message>
    <message id="lab.cancelling">
        <source>Cancelling</source>
        <label>lab</label>
        <translation>취소하는 중</translation>
    </message>
    <message id="lab.progress">
        <source>Progress of the run</source>
        <label>lab</label>
        <translation>실행 진행</translation>
    </message>
    <message id="lab.seconds_left" numerus="yes">
        <source>at most %n seconds left</source>
        <label>lab</label>
        <translation>
            <numerusform>길어야 %n초 남음</numerusform>
        </translation>
    </message>
    <message id="lab.minutes_left" numerus="yes">
        <source>at most %n minutes left</source>
        <label>lab</label>
        <translation>
            <numerusform>길어야 %n분 남음</numerusform>
        </translation>
    </message>
    <message id="lab.whole">
        <source>Complete</source>
        <label>lab</label>
        <translation>모두 끝남</translation>
    </message>
    <message id="lab.broken_off">
        <source>Broken off: what was measured until then</source>
        <label>lab</label>
        <translation>중간에 끊김: 그때까지 잰 것</translation>
    </message>
    <message id="lab.cut_short">
        <source>Cancelled: what was measured until then</source>
        <label>lab</label>
        <translation>취소함: 그때까지 잰 것</translation>
    </message>
    <message id="lab.failed">
        <source>The lab did not run to its end.</source>
        <label>lab</label>
        <translation>실험이 끝까지 가지 못했습니다.</translation>
    </message>
    <message id="lab.history">
        <source>History {runs}</source>
        <extracomment>{runs}: how many</extracomment>
        <label>lab</label>
        <translation>기록 {runs}</translation>
    </message>
    <message id="lab.history_title">
        <source>Earlier runs</source>
        <label>lab</label>
        <translation>지난 실행</translation>
    </message>
    <message id="lab.history_none">
        <source>No run is kept yet. Every run is kept when it ends.</source>
        <label>lab</label>
        <translation>아직 남은 실행이 없습니다. 실행은 끝날 때마다 남습니다.</translation>
    </message>
    <message id="lab.history_show">
        <source>Show</source>
        <label>lab</label>
        <translation>보기</translation>
    </message>
    <message id="lab.history_compare">
        <source>Compare with what is shown</source>
        <label>lab</label>
        <translation>지금 보는 것과 비교</translation>
    </message>
    <message id="lab.history_alone">
        <source>Stop comparing</source>
        <label>lab</label>
        <translation>비교 그만두기</translation>
    </message>
    <message id="lab.history_forget">
        <source>Delete</source>
        <label>lab</label>
        <translation>삭제</translation>
    </message>
    <message id="lab.copy_json">
        <source>Copy JSON</source>
        <label>lab</label>
        <translation>JSON 복사</translation>
    </message>
    <message id="lab.save">
        <source>Save</source>
        <label>lab</label>
        <translation>저장</translation>
    </message>
    <message id="lab.save_csv">
        <source>Table (CSV)</source>
        <label>lab</label>
        <translation>표 (CSV)</translation>
    </message>
    <message id="lab.save_png">
        <source>Picture (PNG)</source>
        <label>lab</label>
        <translation>그림 (PNG)</translation>
    </message>
    <message id="lab.save_svg">
        <source>Picture (SVG)</source>
        <label>lab</label>
        <translation>그림 (SVG)</translation>
    </message>
    <message id="lab.save_hdf">
        <source>All of it (HDF5)</source>
        <label>lab</label>
        <translation>전부 (HDF5)</translation>
    </message>
    <message id="lab.workload">
        <source>Workload</source>
        <label>lab</label>
        <translation>작업</translation>
    </message>
    <message id="lab.sleep">
        <source>Sleep</source>
        <label>lab</label>
        <translation>기다리기</translation>
    </message>
    <message id="lab.cpu">
        <source>CPU</source>
        <label>lab</label>
        <translation>계산 (CPU)</translation>
    </message>
    <message id="lab.io">
        <source>I/O (requests)</source>
        <label>lab</label>
        <translation>입출력 (요청)</translation>
    </message>
    <message id="lab.scale">
        <source>Scale</source>
        <label>lab</label>
        <translation>크기</translation>
    </message>
    <message id="lab.scale_of">
        <source>{waits} a step</source>
        <extracomment>{waits}: a time, as in 0.1 s</extracomment>
        <label>lab</label>
        <translation>단계마다 {waits}</translation>
    </message>
    <message id="lab.repeats">
        <source>Repeats</source>
        <label>lab</label>
        <translation>반복</translation>
    </message>
    <message id="lab.until_narrow">
        <source>until narrow</source>
        <label>lab</label>
        <translation>좁아질 때까지</translation>
    </message>
    <message id="lab.contestants">
        <source>Contestants</source>
        <label>lab</label>
        <translation>방식</translation>
    </message>
    <message id="lab.chosen">
        <source>{chosen} of {there}</source>
        <extracomment>{chosen}, {there}: how many</extracomment>
        <label>lab</label>
        <translation>{chosen} / {there}</translation>
    </message>
    <message id="lab.jobs">
        <source>Jobs</source>
        <label>lab</label>
        <translation>일</translation>
    </message>
    <message id="lab.steps">
        <source>Steps</source>
        <label>lab</label>
        <translation>단계</translation>
    </message>
    <message id="lab.results">
        <source>Results</source>
        <label>lab</label>
        <translation>결과</translation>
    </message>
    <message id="lab.contestant">
        <source>Contestant</source>
        <label>lab</label>
        <translation>방식</translation>
    </message>
    <message id="lab.median">
        <source>Median</source>
        <label>lab</label>
        <translation>중앙값</translation>
    </message>
    <message id="lab.range">
        <source>Range</source>
        <label>lab</label>
        <translation>범위</translation>
    </message>
    <message id="lab.interval">
        <source>95 % interval</source>
        <label>lab</label>
        <translation>95 % 구간</translation>
    </message>
    <message id="lab.published">
        <source>Published</source>
        <label>lab</label>
        <translation>발표된 값</translation>
    </message>
    <message id="lab.against">
        <source>vs sequential</source>
        <label>lab</label>
        <translation>sequential 대비</translation>
    </message>
    <message id="lab.earlier">
        <source>Earlier</source>
        <label>lab</label>
        <translation>지난 실행</translation>
    </message>
    <message id="lab.baseline">
        <source>baseline</source>
        <label>lab</label>
        <translation>기준</translation>
    </message>
    <message id="lab.same">
        <source>same</source>
        <label>lab</label>
        <translation>같음</translation>
    </message>
    <message id="lab.starting">
        <source>Starting</source>
        <label>lab</label>
        <translation>시작하는 중</translation>
    </message>
    <message id="lab.starting_one">
        <source>{name}: starting</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>{name}: 시작하는 중</translation>
    </message>
    <message id="lab.doing">
        <source>{name}, repeat {repeat}</source>
        <extracomment>{name}: a contestant; {repeat}: a number</extracomment>
        <label>lab</label>
        <translation>{name}, {repeat}번째 반복</translation>
    </message>
    <message id="lab.run_line">
        <source>{workload}, {waits} a step, repeats: {repeats}</source>
        <extracomment>{workload}: a workload; {waits}: a time; {repeats}: how many</extracomment>
        <label>lab</label>
        <translation>{workload}, 단계마다 {waits}, 반복 {repeats}</translation>
    </message>
    <message id="lab.nothing_yet">
        <source>Nothing measured yet. Run compares the ways on this machine.</source>
        <label>lab</label>
        <translation>아직 잰 것이 없습니다. 실행을 누르면 이 컴퓨터에서 여러 방식을 비교합니다.</translation>
    </message>
    <message id="lab.times">
        <source>{times} ×</source>
        <extracomment>{times}: a number</extracomment>
        <label>lab</label>
        <translation>{times}배</translation>
    </message>
    <message id="verdict.so_far" numerus="yes">
        <source>So far: %n repeats in all.</source>
        <label>verdict</label>
        <translation>
            <numerusform>지금까지 모두 %n번 반복했습니다.</numerusform>
        </translation>
    </message>
    <message id="lab.turns" numerus="yes">
        <source>{name}, watched in a further run: %n switches between jobs; more than one ran at once {percent} % of the time.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>lab</label>
        <translation>
            <numerusform>{name}, 한 번 더 돌려 지켜봄: 일 사이를 %n번 오갔고, 둘 이상이 함께 돈 때는 {percent} %입니다.</numerusform>
        </translation>
    </message>
    <message id="lab.watching">
        <source>{name}: seeing who runs when</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>{name}: 누가 언제 도는지 보는 중</translation>
    </message>
    <message id="lab.bars">
        <source>Time to finish all jobs</source>
        <label>lab</label>
        <translation>모든 일을 끝낼 때까지</translation>
    </message>
    <message id="room.program_waits">
        <source>Program · waits for input</source>
        <label>room</label>
        <translation>프로그램 · 입력을 기다립니다</translation>
    </message>
    <message id="room.program_ended">
        <source>Program · has ended</source>
        <label>room</label>
        <translation>프로그램 · 끝났습니다</translation>
    </message>
    <message id="lab.no_rows">
        <source>No results yet</source>
        <label>lab</label>
        <translation>아직 결과가 없습니다</translation>
    </message>
    <message id="lab.bars_note">
        <source>bars are medians</source>
        <label>lab</label>
        <translation>막대는 중앙값</translation>
    </message>
    <message id="lab.bars_note_range" numerus="yes">
        <source>median of %n repeats, whiskers are the range, each dot one repeat</source>
        <label>lab</label>
        <translation>
            <numerusform>%n번의 중앙값, 수염은 범위, 점은 한 번의 반복</numerusform>
        </translation>
    </message>
    <message id="lab.bars_note_interval" numerus="yes">
        <source>median of %n repeats, whiskers are the 95 % interval, each dot one repeat</source>
        <label>lab</label>
        <translation>
            <numerusform>%n번의 중앙값, 수염은 95 % 구간, 점은 한 번의 반복</numerusform>
        </translation>
    </message>
    <message id="lab.gantt">
        <source>Who worked when</source>
        <label>lab</label>
        <translation>누가 언제 일했나</translation>
    </message>
    <message id="lab.gantt_note">
        <source>each block is one step of a job</source>
        <label>lab</label>
        <translation>칸은 일의 한 단계</translation>
    </message>
    <message id="lab.gantt_sleep">
        <source>the repeat nearest the median; each block is one wait</source>
        <label>lab</label>
        <translation>중앙값에 가장 가까운 반복, 칸은 한 번의 기다림</translation>
    </message>
    <message id="lab.gantt_cpu">
        <source>the repeat nearest the median; each block is one step of counting</source>
        <label>lab</label>
        <translation>중앙값에 가장 가까운 반복, 칸은 한 단계의 계산</translation>
    </message>
    <message id="lab.gantt_io">
        <source>the repeat nearest the median; each block is one request</source>
        <label>lab</label>
        <translation>중앙값에 가장 가까운 반복, 칸은 한 번의 요청</translation>
    </message>
    <message id="lab.in_turn">
        <source>in turn</source>
        <label>lab</label>
        <translation>차례로</translation>
    </message>
    <message id="lab.overlap">
        <source>overlap</source>
        <label>lab</label>
        <translation>겹침</translation>
    </message>
    <message id="lab.alone">
        <source>one job</source>
        <label>lab</label>
        <translation>일 하나</translation>
    </message>
    <message id="lab.sign_published">
        <source>published value</source>
        <label>lab</label>
        <translation>발표된 값</translation>
    </message>
    <message id="lab.sign_published_scaled">
        <source>published value × {scale}</source>
        <extracomment>{scale}: a number</extracomment>
        <label>lab</label>
        <translation>발표된 값 × {scale}</translation>
    </message>
    <message id="lab.sign_start">
        <source>start-up, not counted</source>
        <label>lab</label>
        <translation>시작 시간, 셈하지 않음</translation>
    </message>
    <message id="lab.sign_earlier">
        <source>earlier run</source>
        <label>lab</label>
        <translation>지난 실행</translation>
    </message>
    <message id="lab.code">
        <source>Code run</source>
        <label>lab</label>
        <translation>실행한 코드</translation>
    </message>
    <message id="lab.code_of">
        <source>Code run: {name}</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>실행한 코드: {name}</translation>
    </message>
    <message id="lab.code_exact">
        <source>Exactly the text that ran; smaller there, and its threads can be stepped.</source>
        <label>lab</label>
        <translation>실행한 글 그대로입니다. 거기서는 작게 줄여 스레드까지 한 단계씩 봅니다.</translation>
    </message>
    <message id="lab.code_processes">
        <source>Exactly the text that ran; what child processes do is not stepped.</source>
        <label>lab</label>
        <translation>실행한 글 그대로입니다. 자식 프로세스가 하는 일은 한 단계씩 볼 수 없습니다.</translation>
    </message>
    <message id="lab.code_not_stepped">
        <source>Exactly the text that ran; what other interpreters do cannot be stepped.</source>
        <label>lab</label>
        <translation>실행한 글 그대로입니다. 다른 인터프리터가 하는 일은 한 단계씩 볼 수 없습니다.</translation>
    </message>
    <message id="lab.copy">
        <source>Copy</source>
        <label>lab</label>
        <translation>복사</translation>
    </message>
    <message id="lab.open_program">
        <source>Open in Program</source>
        <label>lab</label>
        <translation>프로그램에서 열기</translation>
    </message>
    <message id="lab.open_program_hint">
        <source>As a small program with two jobs of two steps; it is not run before you record it</source>
        <label>lab</label>
        <translation>두 단계짜리 일 둘로 줄인 프로그램으로 엽니다. 기록하기 전에는 실행하지 않습니다</translation>
    </message>
    <message id="lab.gil_on">
        <source>GIL on</source>
        <label>lab</label>
        <translation>GIL 켜짐</translation>
    </message>
    <message id="lab.gil_off">
        <source>GIL off</source>
        <label>lab</label>
        <translation>GIL 꺼짐</translation>
    </message>
    <message id="lab.cpus" numerus="yes">
        <source>%n CPUs</source>
        <label>lab</label>
        <translation>
            <numerusform>CPU %n개</numerusform>
        </translation>
    </message>
    <message id="lab.memory">
        <source>{amount} memory</source>
        <extracomment>{amount}: bytes, as in 7.8 GB</extracomment>
        <label>lab</label>
        <translation>메모리 {amount}</translation>
    </message>
    <message id="verdict.overlap" numerus="yes">
        <source>Waiting overlaps in %n ways: about {seconds}, {times} times as fast as one after the other ({base}).</source>
        <extracomment>{seconds}, {base}: a time, as in 0.1 s; {times}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>%n가지 방식에서 기다림이 겹칩니다. 약 {seconds}, 차례로 할 때({base})보다 {times}배 빠릅니다.</numerusform>
        </translation>
    </message>
    <message id="verdict.no_overlap">
        <source>Waiting overlaps in none of these ways: one after the other takes {base}.</source>
        <extracomment>{base}: a time</extracomment>
        <label>verdict</label>
        <translation>기다림이 겹치는 방식이 없습니다. 차례로 하면 {base} 걸립니다.</translation>
    </message>
    <message id="verdict.fastest">
        <source>Fastest is {name}: {seconds}.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>가장 빠른 것은 {name}: {seconds}.</translation>
    </message>
    <message id="verdict.gevent_sleeps">
        <source>gevent as printed waits in turn: time.sleep blocks the one thread it has.</source>
        <label>verdict</label>
        <translation>문서에 나온 대로의 gevent는 차례로 기다립니다. time.sleep이 하나뿐인 스레드를 막기 때문입니다.</translation>
    </message>
    <message id="verdict.gevent_asks">
        <source>gevent as printed asks in turn: its sockets block the one thread it has.</source>
        <label>verdict</label>
        <translation>문서에 나온 대로의 gevent는 차례로 요청합니다. 소켓이 하나뿐인 스레드를 막기 때문입니다.</translation>
    </message>
    <message id="verdict.patched">
        <source>Patched, it overlaps ({seconds}).</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>패치하면 겹칩니다({seconds}).</translation>
    </message>
    <message id="verdict.dearer">
        <source>Making workers is part of it: {name} takes {seconds} more than the fastest.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>일꾼을 만드는 시간도 들어갑니다. {name}[은/는] 가장 빠른 것보다 {seconds} 더 걸립니다.</translation>
    </message>
    <message id="verdict.published_held">
        <source>The document&apos;s figures, at this scale, hold here: the furthest, {name}, is {percent} % off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>문서의 값은 이 크기에서도 맞습니다. 가장 먼 {name}[이/가] {percent} % 다릅니다.</translation>
    </message>
    <message id="verdict.published_not">
        <source>The document&apos;s figures, at this scale, do not all hold here: {name} is {percent} % off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>문서의 값이 이 크기에서 모두 맞지는 않습니다. {name}[이/가] {percent} % 다릅니다.</translation>
    </message>
    <message id="verdict.advice_sleep">
        <source>What the document advises (processes to compute, asyncio for requests) a sleep cannot test: CPU and I/O do.</source>
        <label>verdict</label>
        <translation>문서의 조언(계산은 프로세스, 요청은 asyncio)은 기다리기로는 확인할 수 없습니다. 계산과 입출력으로 확인합니다.</translation>
    </message>
    <message id="verdict.processes">
        <source>Processes compute at the same time: {seconds}, {times} times as fast as threads ({threads}).</source>
        <extracomment>{seconds}, {threads}: a time; {times}: a number</extracomment>
        <label>verdict</label>
        <translation>프로세스는 동시에 계산합니다. {seconds}, 스레드({threads})보다 {times}배 빠릅니다.</translation>
    </message>
    <message id="verdict.no_processes">
        <source>Processes are no faster than threads here: {seconds} against {threads}.</source>
        <extracomment>{seconds}, {threads}: a time</extracomment>
        <label>verdict</label>
        <translation>여기서는 프로세스가 스레드보다 빠르지 않습니다. {seconds} 대 {threads}.</translation>
    </message>
    <message id="verdict.lock">
        <source>Threads take as long as one after the other ({seconds} against {base}): the GIL lets one of them compute at a time.</source>
        <extracomment>{seconds}, {base}: a time</extracomment>
        <label>verdict</label>
        <translation>스레드는 차례로 할 때만큼 걸립니다({seconds} 대 {base}). GIL이 한 번에 한 스레드만 계산하게 합니다.</translation>
    </message>
    <message id="verdict.lock_costs">
        <source>Threads take even longer than one after the other ({seconds} against {base}): the GIL lets one of them compute at a time, and changing places costs.</source>
        <extracomment>{seconds}, {base}: a time</extracomment>
        <label>verdict</label>
        <translation>스레드는 차례로 할 때보다 오히려 오래 걸립니다({seconds} 대 {base}). GIL이 한 번에 한 스레드만 계산하게 하고, 바꾸는 데에도 시간이 듭니다.</translation>
    </message>
    <message id="verdict.own_lock">
        <source>{name} compute at the same time too ({seconds}): there is no one GIL for both.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>{name}도 동시에 계산합니다({seconds}). 둘이 함께 쓰는 GIL이 없습니다.</translation>
    </message>
    <message id="verdict.gain">
        <source>Two processes get {speedup} times as much done here as one; {percent} % of that gain was had.</source>
        <extracomment>{speedup}, {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>여기서 두 프로세스는 하나의 {speedup}배를 해냅니다. 그 이득의 {percent} %를 얻었습니다.</translation>
    </message>
    <message id="verdict.busy">
        <source>Two processes get only {speedup} times as much done here as one: too few processors are free to tell.</source>
        <extracomment>{speedup}: a number</extracomment>
        <label>verdict</label>
        <translation>여기서 두 프로세스는 하나의 {speedup}배밖에 해내지 못합니다. 비어 있는 프로세서가 모자라 판단할 수 없습니다.</translation>
    </message>
    <message id="verdict.advice_cpu_held">
        <source>The document advises multiprocessing to compute: that held here.</source>
        <label>verdict</label>
        <translation>문서는 계산에 multiprocessing을 권합니다. 여기서도 맞았습니다.</translation>
    </message>
    <message id="verdict.advice_cpu_not">
        <source>The document advises multiprocessing to compute: that did not hold in this run.</source>
        <label>verdict</label>
        <translation>문서는 계산에 multiprocessing을 권합니다. 이번 실행에서는 맞지 않았습니다.</translation>
    </message>
    <message id="verdict.alike">
        <source>Threads, asyncio and patched gevent are alike, within {percent} %.</source>
        <extracomment>{percent}: a number</extracomment>
        <label>verdict</label>
        <translation>스레드, asyncio, 패치한 gevent는 {percent} % 안에서 비슷합니다.</translation>
    </message>
    <message id="verdict.advice_io_held">
        <source>The document advises asyncio for requests: it was among the fastest here.</source>
        <label>verdict</label>
        <translation>문서는 요청에 asyncio를 권합니다. 여기서도 가장 빠른 축에 들었습니다.</translation>
    </message>
    <message id="verdict.advice_io_not">
        <source>The document advises asyncio for requests: others were faster in this run.</source>
        <label>verdict</label>
        <translation>문서는 요청에 asyncio를 권합니다. 이번 실행에서는 더 빠른 방식이 있었습니다.</translation>
    </message>
    <message id="verdict.failed" numerus="yes">
        <source>%n ways failed; their rows say why.</source>
        <label>verdict</label>
        <translation>
            <numerusform>%n가지 방식이 실패했습니다. 그 줄에 까닭이 있습니다.</numerusform>
        </translation>
    </message>
    <message id="menu.name">
        <source>Menu</source>
        <label>menu</label>
        <translation>메뉴</translation>
    </message>
    <message id="menu.file">
        <source>File</source>
        <label>menu</label>
        <translation>파일</translation>
    </message>
    <message id="menu.edit">
        <source>Edit</source>
        <label>menu</label>
        <translation>편집</translation>
    </message>
    <message id="menu.run">
        <source>Record</source>
        <extracomment>title of the menu of recording</extracomment>
        <label>menu</label>
        <translation>기록</translation>
    </message>
    <message id="menu.step">
        <source>Step</source>
        <label>menu</label>
        <translation>단계</translation>
    </message>
    <message id="menu.jump">
        <source>Jump</source>
        <label>menu</label>
        <translation>이동</translation>
    </message>
    <message id="menu.view">
        <source>View</source>
        <label>menu</label>
        <translation>보기</translation>
    </message>
    <message id="menu.theme">
        <source>Theme and language</source>
        <label>menu</label>
        <translation>테마와 언어</translation>
    </message>
    <message id="menu.help">
        <source>Help</source>
        <label>menu</label>
        <translation>도움말</translation>
    </message>
    <message id="menu.recent">
        <source>Open recent</source>
        <label>menu</label>
        <translation>최근 파일 열기</translation>
    </message>
    <message id="menu.recent.file">
        <source>{name}   {folder}</source>
        <extracomment>{name}: a name, as the program or the file has it; {folder}: a folder</extracomment>
        <label>menu</label>
        <translation>{name}   {folder}</translation>
    </message>
    <message id="menu.recent.missing">
        <source>{name}   {folder} (not there any more)</source>
        <extracomment>{name}: a name, as the program or the file has it; {folder}: a folder</extracomment>
        <label>menu</label>
        <translation>{name}   {folder} (이제 없음)</translation>
    </message>
    <message id="menu.recent.none">
        <source>Nothing was opened yet</source>
        <label>menu</label>
        <translation>아직 연 파일이 없습니다</translation>
    </message>
    <message id="menu.recent.clear">
        <source>Clear this list</source>
        <label>menu</label>
        <translation>목록 비우기</translation>
    </message>
    <message id="menu.language">
        <source>Language</source>
        <label>menu</label>
        <translation>언어</translation>
    </message>
    <message id="command.new">
        <source>New program</source>
        <label>command</label>
        <translation>새 프로그램</translation>
    </message>
    <message id="command.open">
        <source>Open…</source>
        <label>command</label>
        <translation>열기…</translation>
    </message>
    <message id="command.save">
        <source>Save</source>
        <label>command</label>
        <translation>저장</translation>
    </message>
    <message id="command.save_as">
        <source>Save as…</source>
        <label>command</label>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message id="command.print">
        <source>Print this step…</source>
        <label>command</label>
        <translation>이 단계 인쇄…</translation>
    </message>
    <message id="command.undo">
        <source>Restore discarded items</source>
        <label>command</label>
        <translation>버린 것 되살리기</translation>
    </message>
    <message id="command.undo_edit">
        <source>Undo</source>
        <label>command</label>
        <translation>실행 취소</translation>
    </message>
    <message id="command.redo_edit">
        <source>Redo</source>
        <label>command</label>
        <translation>다시 실행</translation>
    </message>
    <message id="command.cut">
        <source>Cut</source>
        <label>command</label>
        <translation>잘라내기</translation>
    </message>
    <message id="command.copy">
        <source>Copy</source>
        <label>command</label>
        <translation>복사</translation>
    </message>
    <message id="command.paste">
        <source>Paste</source>
        <label>command</label>
        <translation>붙여넣기</translation>
    </message>
    <message id="command.select_all">
        <source>Select all</source>
        <label>command</label>
        <translation>모두 선택</translation>
    </message>
    <message id="command.comment">
        <source>Toggle comment</source>
        <label>command</label>
        <translation>주석 켜기/끄기</translation>
    </message>
    <message id="command.keep_recording">
        <source>Keep the recording…</source>
        <label>command</label>
        <translation>기록 보관…</translation>
    </message>
    <message id="command.preferences">
        <source>Preferences…</source>
        <label>command</label>
        <translation>환경 설정…</translation>
    </message>
    <message id="command.quit">
        <source>Quit</source>
        <label>command</label>
        <translation>끝내기</translation>
    </message>
    <message id="command.record">
        <source>Record</source>
        <label>command</label>
        <translation>기록</translation>
    </message>
    <message id="command.record_same">
        <source>Record again with the same answers</source>
        <label>command</label>
        <translation>같은 답으로 다시 기록</translation>
    </message>
    <message id="command.live">
        <source>Live: record as I type</source>
        <label>command</label>
        <translation>실시간: 입력하는 대로 기록</translation>
    </message>
    <message id="command.record_again">
        <source>Record again</source>
        <label>command</label>
        <translation>다시 기록</translation>
    </message>
    <message id="command.stop">
        <source>Stop</source>
        <label>command</label>
        <translation>멈추기</translation>
    </message>
    <message id="command.run_options">
        <source>Run with…</source>
        <label>command</label>
        <translation>실행 방식…</translation>
    </message>
    <message id="command.first">
        <source>First step</source>
        <label>command</label>
        <translation>첫 단계</translation>
    </message>
    <message id="command.back">
        <source>Back one step</source>
        <label>command</label>
        <translation>한 단계 뒤로</translation>
    </message>
    <message id="command.play">
        <source>Play or pause</source>
        <label>command</label>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message id="command.forward">
        <source>Forward one step</source>
        <label>command</label>
        <translation>한 단계 앞으로</translation>
    </message>
    <message id="command.last">
        <source>Last step</source>
        <label>command</label>
        <translation>마지막 단계</translation>
    </message>
    <message id="command.over">
        <source>Step over</source>
        <label>command</label>
        <translation>건너서 한 단계</translation>
    </message>
    <message id="command.into">
        <source>Step into</source>
        <label>command</label>
        <translation>안으로 한 단계</translation>
    </message>
    <message id="command.out">
        <source>Step out</source>
        <label>command</label>
        <translation>밖으로 나가기</translation>
    </message>
    <message id="command.over_back">
        <source>Step over, backwards</source>
        <label>command</label>
        <translation>건너서 한 단계 뒤로</translation>
    </message>
    <message id="command.into_back">
        <source>Step into, backwards</source>
        <label>command</label>
        <translation>안으로 한 단계 뒤로</translation>
    </message>
    <message id="command.bookmark">
        <source>Bookmark on or off</source>
        <label>command</label>
        <translation>책갈피 꽂기 또는 빼기</translation>
    </message>
    <message id="command.bookmark_note">
        <source>Note of the bookmark</source>
        <label>command</label>
        <translation>책갈피 메모</translation>
    </message>
    <message id="command.next_bookmark">
        <source>Next bookmark</source>
        <label>command</label>
        <translation>다음 책갈피</translation>
    </message>
    <message id="command.previous_bookmark">
        <source>Previous bookmark</source>
        <label>command</label>
        <translation>이전 책갈피</translation>
    </message>
    <message id="command.out_back">
        <source>Step out, backwards</source>
        <label>command</label>
        <translation>밖으로 나가기, 뒤로</translation>
    </message>
    <message id="command.ten_back">
        <source>Back ten steps</source>
        <label>command</label>
        <translation>열 단계 뒤로</translation>
    </message>
    <message id="command.ten_forward">
        <source>Forward ten steps</source>
        <label>command</label>
        <translation>열 단계 앞으로</translation>
    </message>
    <message id="command.to_breakpoint">
        <source>Run to the next breakpoint</source>
        <label>command</label>
        <translation>다음 중단점까지 실행</translation>
    </message>
    <message id="command.to_breakpoint_back">
        <source>Back to the last breakpoint</source>
        <label>command</label>
        <translation>이전 중단점으로</translation>
    </message>
    <message id="command.breakpoint">
        <source>Breakpoint on this line</source>
        <label>command</label>
        <translation>이 줄에 중단점</translation>
    </message>
    <message id="command.breakpoint_condition">
        <source>Condition of the breakpoint…</source>
        <label>command</label>
        <translation>중단점의 조건…</translation>
    </message>
    <message id="command.clear_breakpoints">
        <source>Remove all breakpoints</source>
        <label>command</label>
        <translation>중단점 모두 없애기</translation>
    </message>
    <message id="command.to_cursor">
        <source>To the line of the text cursor</source>
        <label>command</label>
        <translation>커서가 있는 줄까지</translation>
    </message>
    <message id="command.next_change">
        <source>Next change of the selected name or object</source>
        <label>command</label>
        <translation>선택한 이름이나 객체의 다음 변화</translation>
    </message>
    <message id="command.previous_change">
        <source>Previous change of the selected name or object</source>
        <label>command</label>
        <translation>선택한 이름이나 객체의 이전 변화</translation>
    </message>
    <message id="command.birth">
        <source>To the step that made the selected object</source>
        <label>command</label>
        <translation>선택한 객체가 만들어진 단계로</translation>
    </message>
    <message id="command.death">
        <source>To the step that freed the selected object</source>
        <label>command</label>
        <translation>선택한 객체가 사라진 단계로</translation>
    </message>
    <message id="command.next_output">
        <source>Next output</source>
        <label>command</label>
        <translation>다음 출력</translation>
    </message>
    <message id="command.previous_output">
        <source>Previous output</source>
        <label>command</label>
        <translation>이전 출력</translation>
    </message>
    <message id="command.next_exception">
        <source>Next exception</source>
        <label>command</label>
        <translation>다음 예외</translation>
    </message>
    <message id="command.previous_exception">
        <source>Previous exception</source>
        <label>command</label>
        <translation>이전 예외</translation>
    </message>
    <message id="command.next_call">
        <source>Next call of this function</source>
        <label>command</label>
        <translation>이 함수의 다음 호출</translation>
    </message>
    <message id="command.previous_call">
        <source>Previous call of this function</source>
        <label>command</label>
        <translation>이 함수의 이전 호출</translation>
    </message>
    <message id="command.next_return">
        <source>Next return of this function</source>
        <label>command</label>
        <translation>이 함수의 다음 반환</translation>
    </message>
    <message id="command.previous_return">
        <source>Previous return of this function</source>
        <label>command</label>
        <translation>이 함수의 이전 반환</translation>
    </message>
    <message id="command.printed">
        <source>To the step that wrote this output</source>
        <label>command</label>
        <translation>이 출력을 쓴 단계로</translation>
    </message>
    <message id="command.room_program">
        <source>Program</source>
        <label>command</label>
        <translation>프로그램</translation>
    </message>
    <message id="command.room_start">
        <source>Start page</source>
        <label>command</label>
        <translation>시작 화면</translation>
    </message>
    <message id="command.room_concurrency">
        <source>Concurrency lab</source>
        <label>command</label>
        <translation>동시성 실험실</translation>
    </message>
    <message id="command.go_to_step">
        <source>Go to step…</source>
        <label>command</label>
        <translation>단계로 가기…</translation>
    </message>
    <message id="command.level_1">
        <source>Level 1: values</source>
        <label>command</label>
        <translation>1 수준: 값</translation>
    </message>
    <message id="command.level_2">
        <source>Level 2: objects</source>
        <label>command</label>
        <translation>2 수준: 객체</translation>
    </message>
    <message id="command.level_3">
        <source>Level 3: counts</source>
        <label>command</label>
        <translation>3 수준: 참조 횟수</translation>
    </message>
    <message id="command.level_4">
        <source>Level 4: regions</source>
        <label>command</label>
        <translation>4 수준: 메모리 영역</translation>
    </message>
    <message id="command.zoom_in">
        <source>Zoom in</source>
        <label>command</label>
        <translation>확대</translation>
    </message>
    <message id="command.zoom_reset">
        <source>Zoom to 100 %</source>
        <label>command</label>
        <translation>100 %로 보기</translation>
    </message>
    <message id="command.zoom_out">
        <source>Zoom out</source>
        <label>command</label>
        <translation>축소</translation>
    </message>
    <message id="command.fit">
        <source>Fit the diagram</source>
        <label>command</label>
        <translation>그림 맞추기</translation>
    </message>
    <message id="command.text_larger">
        <source>Text larger everywhere</source>
        <label>command</label>
        <translation>글자 크게 (전체)</translation>
    </message>
    <message id="command.text_smaller">
        <source>Text smaller everywhere</source>
        <label>command</label>
        <translation>글자 작게 (전체)</translation>
    </message>
    <message id="command.text_usual">
        <source>Text as large as usual</source>
        <label>command</label>
        <translation>글자 원래 크기로</translation>
    </message>
    <message id="command.fit_change">
        <source>Zoom to the change</source>
        <label>command</label>
        <translation>바뀐 곳으로 확대</translation>
    </message>
    <message id="command.follow">
        <source>Follow the change</source>
        <label>command</label>
        <translation>바뀐 곳 따라가기</translation>
    </message>
    <message id="command.find">
        <source>Find</source>
        <label>command</label>
        <translation>찾기</translation>
    </message>
    <message id="command.completion">
        <source>Suggest names while typing</source>
        <label>command</label>
        <translation>입력할 때 이름 제안</translation>
    </message>
    <message id="command.watch">
        <source>Watch</source>
        <label>command</label>
        <translation>지켜보기</translation>
    </message>
    <message id="command.trace_table">
        <source>Trace table</source>
        <label>command</label>
        <translation>추적표</translation>
    </message>
    <message id="command.variables">
        <source>Variables</source>
        <label>command</label>
        <translation>변수</translation>
    </message>
    <message id="command.watch_expression">
        <source>Watch an expression…</source>
        <label>command</label>
        <translation>식 지켜보기…</translation>
    </message>
    <message id="command.call_tree">
        <source>Calls</source>
        <label>command</label>
        <translation>호출</translation>
    </message>
    <message id="command.next_thread">
        <source>Look at the next thread</source>
        <label>command</label>
        <translation>다음 스레드 보기</translation>
    </message>
    <message id="command.wrap">
        <source>Wrap long lines</source>
        <label>command</label>
        <translation>긴 줄 바꿈</translation>
    </message>
    <message id="command.pen">
        <source>Pen over the picture</source>
        <label>command</label>
        <translation>그림 위에 펜으로 그리기</translation>
    </message>
    <message id="command.present">
        <source>Presentation</source>
        <label>command</label>
        <translation>발표 모드</translation>
    </message>
    <message id="command.export_picture">
        <source>Picture of this step…</source>
        <label>command</label>
        <translation>이 단계를 그림으로…</translation>
    </message>
    <message id="command.copy_picture">
        <source>Copy the picture</source>
        <label>command</label>
        <translation>그림 복사</translation>
    </message>
    <message id="command.dock">
        <source>Step and object panel</source>
        <label>command</label>
        <translation>단계와 객체 패널</translation>
    </message>
    <message id="command.next_pane">
        <source>Next pane</source>
        <label>command</label>
        <translation>다음 창 영역</translation>
    </message>
    <message id="command.previous_pane">
        <source>Previous pane</source>
        <label>command</label>
        <translation>이전 창 영역</translation>
    </message>
    <message id="command.theme_system">
        <source>As the system</source>
        <label>command</label>
        <translation>시스템 설정대로</translation>
    </message>
    <message id="command.theme_light">
        <source>Light</source>
        <label>command</label>
        <translation>밝게</translation>
    </message>
    <message id="command.theme_dark">
        <source>Dark</source>
        <label>command</label>
        <translation>어둡게</translation>
    </message>
    <message id="command.theme_high_contrast">
        <source>High contrast</source>
        <label>command</label>
        <translation>고대비</translation>
    </message>
    <message id="command.theme">
        <source>Next theme</source>
        <label>command</label>
        <translation>다음 테마</translation>
    </message>
    <message id="command.language">
        <source>한국어</source>
        <extracomment>names both languages</extracomment>
        <label>command</label>
        <translation>English</translation>
    </message>
    <message id="command.reduced_motion">
        <source>Less motion</source>
        <label>command</label>
        <translation>움직임 줄이기</translation>
    </message>
    <message id="command.help">
        <source>Keys and help</source>
        <label>command</label>
        <translation>단축키와 도움말</translation>
    </message>
    <message id="command.guide">
        <source>Guide</source>
        <label>command</label>
        <translation>안내서</translation>
    </message>
    <message id="command.about">
        <source>About…</source>
        <label>command</label>
        <translation>정보…</translation>
    </message>
    <message id="command.reset_panes">
        <source>Panes as on the first day</source>
        <label>command</label>
        <translation>창 배치 처음처럼</translation>
    </message>
    <message id="editor.gutter">
        <source>Click to stop here, or no longer</source>
        <label>editor</label>
        <translation>누르면 여기서 멈추거나 멈추지 않습니다</translation>
    </message>
    <message id="editor.name">
        <source>Program text</source>
        <label>editor</label>
        <translation>프로그램 글</translation>
    </message>
    <message id="editor.files">
        <source>File</source>
        <label>editor</label>
        <translation>파일</translation>
    </message>
    <message id="editor.module">
        <source>{file}: beside the program; it can be read here, not edited</source>
        <extracomment>{file}: a file</extracomment>
        <label>editor</label>
        <translation>{file}: 프로그램 옆의 모듈. 여기서 읽을 수만 있습니다</translation>
    </message>
    <message id="editor.untitled">
        <source>Untitled</source>
        <label>editor</label>
        <translation>제목 없음</translation>
    </message>
    <message id="editor.empty">
        <source>Type a program here, such as

names = [&quot;Ann&quot;, &quot;Bo&quot;]
for name in names:
    print(name)

Record{keys} runs it. Then the arrow key → steps through it.</source>
        <extracomment>{keys}: keys in brackets behind a space, as in (Ctrl+R)</extracomment>
        <label>editor</label>
        <translation>여기에 프로그램을 쓰세요. 예를 들면

names = [&quot;Ann&quot;, &quot;Bo&quot;]
for name in names:
    print(name)

기록{keys}[을/를] 누르면 실행됩니다. 그다음 → 키로 한 단계씩 봅니다.</translation>
    </message>
    <message id="editor.no_value">
        <source>{name} has no value at this step</source>
        <extracomment>{name}: a name in the program</extracomment>
        <label>editor</label>
        <translation>{name}[은/는] 이 단계에서 값이 없습니다</translation>
    </message>
    <message id="editor.saved">
        <source>saved</source>
        <label>editor</label>
        <translation>저장됨</translation>
    </message>
    <message id="editor.recording">
        <source>● recording</source>
        <label>editor</label>
        <translation>● 기록 중</translation>
    </message>
    <message id="editor.ours">
        <source>{message} — so says Python {version} of this window; programs run with {python}</source>
        <extracomment>{message}: what Python says; {version}: a version; {python}: a version</extracomment>
        <label>editor</label>
        <translation>{message} — 이 창의 Python {version}[이/가] 한 말입니다. 프로그램은 {python}[으로/로] 실행합니다</translation>
    </message>
    <message id="breakpoint.set">
        <source>Stop at this line</source>
        <label>breakpoint</label>
        <translation>이 줄에서 멈추기</translation>
    </message>
    <message id="breakpoint.remove">
        <source>Do not stop at this line</source>
        <label>breakpoint</label>
        <translation>이 줄에서 멈추지 않기</translation>
    </message>
    <message id="breakpoint.condition">
        <source>Stop under a condition…</source>
        <label>breakpoint</label>
        <translation>조건이 맞을 때만 멈추기…</translation>
    </message>
    <message id="breakpoint.no_condition">
        <source>Stop always</source>
        <label>breakpoint</label>
        <translation>언제나 멈추기</translation>
    </message>
    <message id="condition.line">
        <source>Stop at line {line} when</source>
        <label>condition</label>
        <translation>{line}번 줄에서 멈출 조건</translation>
    </message>
    <message id="condition.name">
        <source>Condition of the breakpoint</source>
        <label>condition</label>
        <translation>중단점의 조건</translation>
    </message>
    <message id="condition.hint">
        <source>for example n &gt; 3</source>
        <label>condition</label>
        <translation>예: n &gt; 3</translation>
    </message>
    <message id="condition.take">
        <source>Set</source>
        <label>condition</label>
        <translation>정하기</translation>
    </message>
    <message id="condition.close">
        <source>Leave it as it is</source>
        <label>condition</label>
        <translation>그대로 두기</translation>
    </message>
    <message id="condition.empty">
        <source>Without a condition it stops always.</source>
        <label>condition</label>
        <translation>조건이 없으면 언제나 멈춥니다.</translation>
    </message>
    <message id="condition.unknown">
        <source>It is asked of each step once there is a recording.</source>
        <label>condition</label>
        <translation>기록이 있으면 단계마다 묻습니다.</translation>
    </message>
    <message id="condition.true">
        <source>At the step you see it is true.</source>
        <label>condition</label>
        <translation>지금 보는 단계에서는 참입니다.</translation>
    </message>
    <message id="condition.false">
        <source>At the step you see it is false.</source>
        <label>condition</label>
        <translation>지금 보는 단계에서는 거짓입니다.</translation>
    </message>
    <message id="condition.doubt_here">
        <source>At the step you see nobody can tell: {why}</source>
        <label>condition</label>
        <translation>지금 보는 단계에서는 알 수 없습니다: {why}</translation>
    </message>
    <message id="condition.doubt">
        <source>Stopped, as nobody can tell whether the condition holds here: {why}</source>
        <label>condition</label>
        <translation>조건이 맞는지 알 수 없어 멈췄습니다: {why}</translation>
    </message>
    <message id="condition.no_name">
        <source>no name {text} here yet.</source>
        <label>condition</label>
        <translation>아직 {text}[이라는/라는] 이름이 없습니다.</translation>
    </message>
    <message id="condition.no_attribute">
        <source>{text} does not exist here.</source>
        <oldsource>{text} is not there.</oldsource>
        <label>condition</label>
        <translation>{text}[이/가] 없습니다.</translation>
    </message>
    <message id="condition.none">
        <source>{text} is None here.</source>
        <label>condition</label>
        <translation>여기서 {text}[은/는] None입니다.</translation>
    </message>
    <message id="condition.no_item">
        <source>no item {text}.</source>
        <label>condition</label>
        <translation>{text} 항목이 없습니다.</translation>
    </message>
    <message id="condition.not_recorded">
        <source>{text} is not in the recording.</source>
        <label>condition</label>
        <translation>{text}[은/는] 기록에 없습니다.</translation>
    </message>
    <message id="condition.too_long">
        <source>{text} is too long to evaluate at every step.</source>
        <oldsource>{text} is too long to be looked at in every step.</oldsource>
        <label>condition</label>
        <translation>{text}[은/는] 너무 길어 단계마다 볼 수 없습니다.</translation>
    </message>
    <message id="condition.runs_code">
        <source>{text} would run code, and the program has finished.</source>
        <oldsource>{text} would run code of the program, and that is over.</oldsource>
        <label>condition</label>
        <translation>{text}[은/는] 코드를 실행해야 하는데, 프로그램은 이미 끝났습니다.</translation>
    </message>
    <message id="condition.raises">
        <source>{text} raises {error} here.</source>
        <oldsource>{text} is a {error} here.</oldsource>
        <label>condition</label>
        <translation>여기서 {text}[은/는] {error}[을/를] 일으킵니다.</translation>
    </message>
    <message id="condition.fault.syntax">
        <source>Not Python: {message}. Write an expression, such as n &gt; 3.</source>
        <oldsource>Not Python: {message}. Write what may stand after if, such as n &gt; 3.</oldsource>
        <label>condition</label>
        <translation>파이썬이 아닙니다: {message}. n &gt; 3과 같은 식을 쓰세요.</translation>
    </message>
    <message id="condition.fault.assigns">
        <source>= gives a name a value; == compares. Write for example n == 3.</source>
        <label>condition</label>
        <translation>= 기호는 이름에 값을 주고 == 기호는 비교합니다. 예를 들어 n == 3이라고 쓰세요.</translation>
    </message>
    <message id="condition.fault.call">
        <source>{name}() would run code, and the program has finished. Only len, min, max, sum, sorted and abs can be called.</source>
        <oldsource>{name}() would run code, and the program has ended. Only len() can be asked; compare recorded values instead.</oldsource>
        <label>condition</label>
        <translation>{name}() 호출은 코드를 실행해야 하는데 프로그램은 끝났습니다. len, min, max, sum, sorted, abs만 호출할 수 있습니다.</translation>
    </message>
    <message id="condition.fault.kind">
        <source>{text} cannot be evaluated from a recording. Use names, .attributes, [items], len(), max(), comparisons, arithmetic, and, or, not.</source>
        <oldsource>{text} cannot be asked of a recording. Use names, .attributes, [items], len(), max(), comparisons, arithmetic, and, or, not.</oldsource>
        <label>condition</label>
        <translation>{text}[은/는] 기록에서 값을 구할 수 없습니다. 이름, .속성, [항목], len(), max(), 비교, 계산, and, or, not을 쓰세요.</translation>
    </message>
    <message id="condition.fault.long">
        <source>Too long: at most {most} characters.</source>
        <oldsource>Too long. A condition has at most {most} characters.</oldsource>
        <label>condition</label>
        <translation>너무 깁니다. {most}자까지 쓸 수 있습니다.</translation>
    </message>
    <message id="undo.do">
        <source>Undo</source>
        <label>undo</label>
        <translation>되돌리기</translation>
    </message>
    <message id="undo.breakpoints">
        <source>All breakpoints were removed.</source>
        <label>undo</label>
        <translation>중단점을 모두 없앴습니다.</translation>
    </message>
    <message id="undo.bookmark">
        <source>The bookmark was removed.</source>
        <label>undo</label>
        <translation>책갈피를 없앴습니다.</translation>
    </message>
    <message id="undo.recent">
        <source>The list of recent files was cleared.</source>
        <label>undo</label>
        <translation>최근 파일 목록을 비웠습니다.</translation>
    </message>
    <message id="undo.text">
        <source>The unsaved text was thrown away.</source>
        <label>undo</label>
        <translation>저장하지 않은 글을 버렸습니다.</translation>
    </message>
    <message id="undo.preferences">
        <source>The preferences were reset.</source>
        <label>undo</label>
        <translation>환경 설정을 처음대로 되돌렸습니다.</translation>
    </message>
    <message id="sign.about_to_run">
        <source>about to run</source>
        <label>sign</label>
        <translation>실행할 줄</translation>
    </message>
    <message id="sign.just_ran">
        <source>just ran</source>
        <label>sign</label>
        <translation>방금 실행한 줄</translation>
    </message>
    <message id="sign.raised">
        <source>raised here</source>
        <label>sign</label>
        <translation>여기서 발생</translation>
    </message>
    <message id="sign.passed">
        <source>passed through</source>
        <label>sign</label>
        <translation>지나감</translation>
    </message>
    <message id="sign.paused">
        <source>paused</source>
        <label>sign</label>
        <translation>멈춰 있음</translation>
    </message>
    <message id="sign.breakpoint">
        <source>breakpoint</source>
        <label>sign</label>
        <translation>중단점</translation>
    </message>
    <message id="sign.condition">
        <source>breakpoint with a condition</source>
        <label>sign</label>
        <translation>조건이 있는 중단점</translation>
    </message>
    <message id="threads.name">
        <source>Threads</source>
        <label>threads</label>
        <translation>스레드</translation>
    </message>
    <message id="threads.look">
        <source>Look at this thread: its line, its calls</source>
        <label>threads</label>
        <translation>이 스레드 보기: 줄과 호출</translation>
    </message>
    <message id="threads.current">
        <source>this step</source>
        <label>threads</label>
        <translation>이 단계</translation>
    </message>
    <message id="threads.waits">
        <source>waits for {what}</source>
        <label>threads</label>
        <translation>{what}[을/를] 기다림</translation>
    </message>
    <message id="threads.waits_here">
        <source>waits</source>
        <label>threads</label>
        <translation>기다림</translation>
    </message>
    <message id="threads.lock">
        <source>Who holds it, who waits</source>
        <label>threads</label>
        <translation>누가 잡고, 누가 기다리나</translation>
    </message>
    <message id="threads.holds_it">
        <source>holds it</source>
        <label>threads</label>
        <translation>잡고 있음</translation>
    </message>
    <message id="threads.recorded">
        <source>A lock does not know its holder: this is from the recorded calls.</source>
        <label>threads</label>
        <translation>락은 누가 잡았는지 모릅니다. 기록된 호출에서 알아낸 것입니다.</translation>
    </message>
    <message id="threads.waiting">
        <source>waits</source>
        <label>threads</label>
        <translation>기다림</translation>
    </message>
    <message id="threads.since">
        <source> since step {step}</source>
        <extracomment>{step}: the number of a step</extracomment>
        <label>threads</label>
        <translation> ({step}단계부터)</translation>
    </message>
    <message id="threads.history">
        <source>What threads did with it</source>
        <label>threads</label>
        <translation>스레드가 한 일</translation>
    </message>
    <message id="threads.lock_asks">
        <source>asks, waits</source>
        <label>threads</label>
        <translation>요청하고 기다림</translation>
    </message>
    <message id="threads.lock_gets">
        <source>gets it at once</source>
        <label>threads</label>
        <translation>바로 잡음</translation>
    </message>
    <message id="threads.lock_gets_after_waiting">
        <source>gets it after waiting</source>
        <label>threads</label>
        <translation>기다린 끝에 잡음</translation>
    </message>
    <message id="threads.lock_lets_go">
        <source>lets go</source>
        <label>threads</label>
        <translation>놓음</translation>
    </message>
    <message id="threads.lock_gives_up">
        <source>waits no more</source>
        <label>threads</label>
        <translation>더 기다리지 않음</translation>
    </message>
    <message id="threads.holds">
        <source>holds {what}</source>
        <label>threads</label>
        <translation>{what}[을/를] 잡고 있음</translation>
    </message>
    <message id="threads.at_line">
        <source>at line {line}</source>
        <label>threads</label>
        <translation>{line}번 줄</translation>
    </message>
    <message id="threads.outside">
        <source>not in the program&apos;s code</source>
        <label>threads</label>
        <translation>프로그램 코드 밖</translation>
    </message>
    <message id="sign.looked_at">
        <source>the call you look at</source>
        <label>sign</label>
        <translation>보고 있는 호출</translation>
    </message>
    <message id="sign.live">
        <source>recording is here</source>
        <label>sign</label>
        <translation>기록 중인 줄</translation>
    </message>
    <message id="live.shown">
        <source>● Live: saves and records when you pause</source>
        <label>live</label>
        <translation>● 실시간: 입력을 멈추면 저장하고 기록합니다</translation>
    </message>
    <message id="live.runs">
        <source>● Live: recording…</source>
        <label>live</label>
        <translation>● 실시간: 기록 중…</translation>
    </message>
    <message id="live.no_python">
        <source>● Live: waits until it is Python</source>
        <label>live</label>
        <translation>● 실시간: 파이썬 문장이 되기를 기다립니다</translation>
    </message>
    <message id="live.held">
        <source>● Live: waits for your word</source>
        <label>live</label>
        <translation>● 실시간: 허락을 기다립니다</translation>
    </message>
    <message id="live.raised">
        <source>● Live: ended by an exception</source>
        <label>live</label>
        <translation>● 실시간: 예외로 끝났습니다</translation>
    </message>
    <message id="live.limit">
        <source>● Live: stopped at a limit of live</source>
        <label>live</label>
        <translation>● 실시간: 실시간 한도에서 멈췄습니다</translation>
    </message>
    <message id="live.failed">
        <source>● Live: not recorded</source>
        <label>live</label>
        <translation>● 실시간: 기록하지 못했습니다</translation>
    </message>
    <message id="live.end">
        <source>End live</source>
        <label>live</label>
        <translation>실시간 끝내기</translation>
    </message>
    <message id="output.title">
        <source>Output</source>
        <label>output</label>
        <translation>출력</translation>
    </message>
    <message id="output.output">
        <source>Standard output</source>
        <label>output</label>
        <translation>표준 출력</translation>
    </message>
    <message id="output.errors">
        <source>Standard error</source>
        <label>output</label>
        <translation>표준 오류</translation>
    </message>
    <message id="output.empty">
        <source>No output yet</source>
        <label>output</label>
        <translation>아직 출력이 없습니다</translation>
    </message>
    <message id="output.new">
        <source>new in this step</source>
        <label>output</label>
        <translation>이 단계에서 나옴</translation>
    </message>
    <message id="output.ask">
        <source>Click, or Enter: to the step that wrote this</source>
        <label>output</label>
        <translation>누르거나 Enter: 이것을 쓴 단계로</translation>
    </message>
    <message id="output.show">
        <source>Streams that are shown</source>
        <label>output</label>
        <translation>보이는 출력</translation>
    </message>
    <message id="output.show_both">
        <source>Both</source>
        <label>output</label>
        <translation>둘 다</translation>
    </message>
    <message id="output.show_output">
        <source>Output</source>
        <label>output</label>
        <translation>출력</translation>
    </message>
    <message id="output.show_errors">
        <source>Errors</source>
        <label>output</label>
        <translation>오류</translation>
    </message>
    <message id="print.title">
        <source>{name} — step {step} of {steps}, line {line}</source>
        <label>print</label>
        <translation>{name} — {steps}단계 중 {step}단계, {line}번 줄</translation>
    </message>
    <message id="output.left_out">
        <source>first {megabytes} MB not shown</source>
        <extracomment>{megabytes}: a number</extracomment>
        <label>output</label>
        <translation>앞의 {megabytes} MB는 생략</translation>
    </message>
    <message id="output.later">
        <source>later, steps {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>output</label>
        <translation>나중, {first}~{last} 단계</translation>
    </message>
    <message id="input.waits">
        <source>The program waits for a line.</source>
        <label>input</label>
        <translation>프로그램이 한 줄을 기다립니다.</translation>
    </message>
    <message id="input.end_hint">
        <source>Ctrl+D ends input</source>
        <label>input</label>
        <translation>Ctrl+D: 입력 끝</translation>
    </message>
    <message id="input.enter">
        <source>Enter</source>
        <label>input</label>
        <translation>입력</translation>
    </message>
    <message id="input.same" numerus="yes">
        <source>Give the same answers (%n)</source>
        <label>input</label>
        <translation>
            <numerusform>지난번 답 %n개 그대로</numerusform>
        </translation>
    </message>
    <message id="input.field">
        <source>Line of standard input</source>
        <label>input</label>
        <translation>표준 입력 한 줄</translation>
    </message>
    <message id="level.name">
        <source>How much is drawn</source>
        <label>level</label>
        <translation>그리는 수준</translation>
    </message>
    <message id="level.1">
        <source>Values</source>
        <extracomment>on a button; the names of the four levels stand beside each other</extracomment>
        <label>level</label>
        <translation>값</translation>
    </message>
    <message id="level.2">
        <source>Objects</source>
        <label>level</label>
        <translation>객체</translation>
    </message>
    <message id="level.3">
        <source>Counts</source>
        <label>level</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="level.4">
        <source>Regions</source>
        <label>level</label>
        <translation>영역</translation>
    </message>
    <message id="level.1.hint">
        <source>Names and values: small values stand in the row that refers to them</source>
        <label>level</label>
        <translation>이름과 값: 작은 값은 그것을 가리키는 줄에 함께 보입니다</translation>
    </message>
    <message id="level.2.hint">
        <source>Every shared object has a card; names point to it</source>
        <label>level</label>
        <translation>공유되는 객체마다 카드가 있고 이름이 그것을 가리킵니다</translation>
    </message>
    <message id="level.3.hint">
        <source>Reference counts, addresses and sizes</source>
        <label>level</label>
        <translation>참조 횟수, 주소, 크기</translation>
    </message>
    <message id="level.4.hint">
        <source>Text, Data, Stack and Heap</source>
        <label>level</label>
        <translation>Text, Data, 스택, 힙</translation>
    </message>
    <message id="diagram.name">
        <source>Diagram of frames and objects</source>
        <label>diagram</label>
        <translation>프레임과 객체 그림</translation>
    </message>
    <message id="diagram.empty">
        <source>Nothing is recorded yet. Type or open a program, then press Record {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>diagram</label>
        <translation>아직 기록이 없습니다. 프로그램을 쓰거나 연 다음 기록 {keys}[을/를] 누르세요.</translation>
    </message>
    <message id="diagram.no_step">
        <source>No step of this recording can be read. Open another file {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+O</extracomment>
        <label>diagram</label>
        <translation>이 기록에는 읽을 수 있는 단계가 없습니다. 다른 파일을 여세요{keys}.</translation>
    </message>
    <message id="diagram.no_step_again">
        <source>No step of this recording can be read. Press Record {keys} to record the program again.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>diagram</label>
        <translation>이 기록에는 읽을 수 있는 단계가 없습니다. 기록{keys}을 누르면 다시 기록합니다.</translation>
    </message>
    <message id="diagram.starting">
        <source>Starting the program…</source>
        <label>diagram</label>
        <translation>프로그램을 시작하는 중…</translation>
    </message>
    <message id="text_search.hint">
        <source>Find in the program</source>
        <label>text_search</label>
        <translation>프로그램에서 찾기</translation>
    </message>
    <message id="text_search.letters">
        <source>Aa</source>
        <extracomment>on a button: capital and small letters are told apart</extracomment>
        <label>text_search</label>
        <translation>Aa</translation>
    </message>
    <message id="text_search.exact">
        <source>Tell capital letters from small ones</source>
        <label>text_search</label>
        <translation>대소문자 구별</translation>
    </message>
    <message id="search.name">
        <source>Find an object</source>
        <label>search</label>
        <translation>객체 찾기</translation>
    </message>
    <message id="search.hint">
        <source>name, type, value, address, #number</source>
        <label>search</label>
        <translation>이름, 타입, 값, 주소, #번호</translation>
    </message>
    <message id="search.previous">
        <source>Previous hit</source>
        <label>search</label>
        <translation>앞의 결과</translation>
    </message>
    <message id="search.next">
        <source>Next hit</source>
        <label>search</label>
        <translation>다음 결과</translation>
    </message>
    <message id="search.close">
        <source>End the search</source>
        <label>search</label>
        <translation>찾기 끝내기</translation>
    </message>
    <message id="search.none">
        <source>no hits</source>
        <label>search</label>
        <translation>결과 없음</translation>
    </message>
    <message id="search.one">
        <source>1 hit</source>
        <label>search</label>
        <translation>결과 1개</translation>
    </message>
    <message id="search.count" numerus="yes">
        <source>{at} of %n hits</source>
        <extracomment>{at}: which of them</extracomment>
        <label>search</label>
        <translation>
            <numerusform>결과 %n개 중 {at}</numerusform>
        </translation>
    </message>
    <message id="filter.name">
        <source>What is drawn</source>
        <label>filter</label>
        <translation>그릴 것</translation>
    </message>
    <message id="filter.show_all">
        <source>Show all</source>
        <label>filter</label>
        <translation>모두 보이기</translation>
    </message>
    <message id="filter.undo">
        <source>Show it again</source>
        <label>filter</label>
        <translation>다시 보이기</translation>
    </message>
    <message id="filter.of_type" numerus="yes">
        <source>%n × {name} hidden</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>filter</label>
        <translation>
            <numerusform>{name} %n개 숨김</numerusform>
        </translation>
    </message>
    <message id="types.title">
        <source>Objects by type</source>
        <label>types</label>
        <translation>타입별 객체</translation>
    </message>
    <message id="types.all" numerus="yes">
        <source>%n in all</source>
        <label>types</label>
        <translation>
            <numerusform>모두 %n개</numerusform>
        </translation>
    </message>
    <message id="types.type">
        <source>Type</source>
        <label>types</label>
        <translation>타입</translation>
    </message>
    <message id="types.count">
        <source>Objects</source>
        <label>types</label>
        <translation>객체</translation>
    </message>
    <message id="types.size">
        <source>Size</source>
        <label>types</label>
        <translation>크기</translation>
    </message>
    <message id="types.hint">
        <source>Ticked types are drawn; a selected one is marked in the diagram</source>
        <label>types</label>
        <translation>표시한 타입만 그립니다. 고르면 그림에서 표시됩니다</translation>
    </message>
    <message id="variables.title">
        <source>Variables</source>
        <label>variables</label>
        <translation>변수</translation>
    </message>
    <message id="variables.hint">
        <source>Names and values of the running call, of its callers and of the module. Select one to select its object in the diagram.</source>
        <label>variables</label>
        <translation>실행 중인 호출과 그 호출한 쪽, 모듈의 이름과 값입니다. 하나를 선택하면 그림에서 그 객체가 선택됩니다.</translation>
    </message>
    <message id="variables.same">
        <source>is {name}</source>
        <extracomment>at the end of a row: this name and {name} refer to one object, as Python&apos;s is says</extracomment>
        <label>variables</label>
        <translation>is {name}</translation>
    </message>
    <message id="variables.same_in">
        <source>is {name} in {scope}</source>
        <extracomment>{scope}: a function, or the module</extracomment>
        <label>variables</label>
        <translation>is {scope}의 {name}</translation>
    </message>
    <message id="variables.same_object">
        <source>the same object as {names}</source>
        <extracomment>{names}: one or several names, each with its function in brackets</extracomment>
        <label>variables</label>
        <translation>{names}[과/와] 같은 객체</translation>
    </message>
    <message id="variables.was">
        <source>was {value}</source>
        <label>variables</label>
        <translation>이전 값: {value}</translation>
    </message>
    <message id="variables.running">
        <source>running now</source>
        <label>variables</label>
        <translation>지금 실행 중</translation>
    </message>
    <message id="watch.title">
        <source>Watched</source>
        <label>watch</label>
        <translation>지켜보는 값</translation>
    </message>
    <message id="watch.hint">
        <source>Watch: a[j], len(queue)</source>
        <label>watch</label>
        <translation>식: a[j], len(queue)</translation>
    </message>
    <message id="watch.name">
        <source>Expression to watch. It is evaluated from the recording at every step; no code runs.</source>
        <label>watch</label>
        <translation>지켜볼 식. 단계마다 기록에서 값을 구하며 코드는 실행하지 않습니다.</translation>
    </message>
    <message id="watch.add">
        <source>Watch this expression</source>
        <label>watch</label>
        <translation>이 식 지켜보기</translation>
    </message>
    <message id="watch.expression">
        <source>Expression…</source>
        <label>watch</label>
        <translation>식…</translation>
    </message>
    <message id="calls.title">
        <source>Calls</source>
        <label>calls</label>
        <translation>호출</translation>
    </message>
    <message id="calls.hint">
        <source>Double-click a call to go to its first step</source>
        <label>calls</label>
        <translation>호출을 두 번 클릭하면 그 첫 단계로 갑니다</translation>
    </message>
    <message id="calls.all" numerus="yes">
        <source>%n calls</source>
        <label>calls</label>
        <translation>
            <numerusform>호출 %n개</numerusform>
        </translation>
    </message>
    <message id="calls.yielded">
        <source>yields {value}</source>
        <label>calls</label>
        <translation>내보냄 {value}</translation>
    </message>
    <message id="calls.raised">
        <source>raises {value}</source>
        <label>calls</label>
        <translation>예외 {value}</translation>
    </message>
    <message id="calls.returned">
        <source>returned {value}</source>
        <label>calls</label>
        <translation>{value} 반환</translation>
    </message>
    <message id="calls.later">
        <source>not called yet</source>
        <label>calls</label>
        <translation>아직 호출되지 않음</translation>
    </message>
    <message id="calls.level">
        <source>level {n}</source>
        <extracomment>{n}: how many calls deep</extracomment>
        <label>calls</label>
        <translation>{n}단계 깊이</translation>
    </message>
    <message id="calls.to_first">
        <source>Go to its first step ({step})</source>
        <label>calls</label>
        <translation>첫 단계로 가기({step})</translation>
    </message>
    <message id="calls.to_last">
        <source>Go to its last step ({step})</source>
        <label>calls</label>
        <translation>마지막 단계로 가기({step})</translation>
    </message>
    <message id="trace.title">
        <source>Trace table</source>
        <label>trace</label>
        <translation>추적표</translation>
    </message>
    <message id="trace.hint">
        <source>one step a row, values just before its line runs</source>
        <label>trace</label>
        <translation>한 줄이 한 단계, 줄을 실행하기 직전의 값</translation>
    </message>
    <message id="trace.close">
        <source>Hide the trace table</source>
        <label>trace</label>
        <translation>추적표 숨기기</translation>
    </message>
    <message id="trace.step">
        <source>Step</source>
        <label>trace</label>
        <translation>단계</translation>
    </message>
    <message id="trace.line">
        <source>Line</source>
        <label>trace</label>
        <translation>줄</translation>
    </message>
    <message id="trace.code">
        <source>Code to run</source>
        <label>trace</label>
        <translation>실행할 코드</translation>
    </message>
    <message id="trace.event">
        <source>Event</source>
        <label>trace</label>
        <translation>사건</translation>
    </message>
    <message id="trace.count_of">
        <source>{name} (count)</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>trace</label>
        <translation>{name} (참조 횟수)</translation>
    </message>
    <message id="trace.empty">
        <source>Nothing is watched yet. Add a name, or select an object and watch it {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>trace</label>
        <translation>지켜보는 것이 없습니다. 이름을 더하거나, 객체를 선택하고 지켜보세요{keys}.</translation>
    </message>
    <message id="trace.add">
        <source>Add a name</source>
        <label>trace</label>
        <translation>이름 더하기</translation>
    </message>
    <message id="trace.add_hint">
        <source>Watch another name or object</source>
        <label>trace</label>
        <translation>다른 이름이나 객체도 지켜보기</translation>
    </message>
    <message id="trace.only">
        <source>Changes only</source>
        <label>trace</label>
        <translation>바뀐 단계만</translation>
    </message>
    <message id="trace.only_hint">
        <source>Only the steps at which something watched changed</source>
        <label>trace</label>
        <translation>지켜보는 것이 바뀐 단계만 보기</translation>
    </message>
    <message id="trace.counts">
        <source>Counts</source>
        <label>trace</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="trace.counts_hint">
        <source>Show how many references there are to each value</source>
        <label>trace</label>
        <translation>값마다 참조가 몇 개인지 보기</translation>
    </message>
    <message id="trace.save">
        <source>Save CSV</source>
        <label>trace</label>
        <translation>CSV 저장</translation>
    </message>
    <message id="trace.save_hint">
        <source>Save the table for a spreadsheet</source>
        <label>trace</label>
        <translation>스프레드시트에서 열 수 있게 표를 저장</translation>
    </message>
    <message id="trace.new">
        <source>new</source>
        <label>trace</label>
        <translation>새로 생김</translation>
    </message>
    <message id="trace.changed">
        <source>changed</source>
        <label>trace</label>
        <translation>바뀜</translation>
    </message>
    <message id="trace.counted">
        <source>count changed</source>
        <label>trace</label>
        <translation>참조 횟수가 바뀜</translation>
    </message>
    <message id="trace.gone">
        <source>gone</source>
        <label>trace</label>
        <translation>없어짐</translation>
    </message>
    <message id="trace.no_name">
        <source>does not exist at this step</source>
        <label>trace</label>
        <translation>이 단계에는 없습니다</translation>
    </message>
    <message id="trace.column_hint">
        <source>Drag it elsewhere; a right click moves or removes it</source>
        <label>trace</label>
        <translation>끌어서 옮길 수 있습니다. 오른쪽 클릭으로 옮기거나 지웁니다</translation>
    </message>
    <message id="trace.nothing">
        <source>There is no name at this step</source>
        <label>trace</label>
        <translation>이 단계에는 이름이 없습니다</translation>
    </message>
    <message id="trace.globals">
        <source>Names of {file}</source>
        <extracomment>{file}: a file</extracomment>
        <label>trace</label>
        <translation>{file}의 이름</translation>
    </message>
    <message id="trace.names_of">
        <source>Names of {function}</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>trace</label>
        <translation>{function}의 이름</translation>
    </message>
    <message id="trace.move_left">
        <source>Move left</source>
        <label>trace</label>
        <translation>왼쪽으로</translation>
    </message>
    <message id="trace.move_right">
        <source>Move right</source>
        <label>trace</label>
        <translation>오른쪽으로</translation>
    </message>
    <message id="trace.remove">
        <source>Watch it no longer</source>
        <label>trace</label>
        <translation>그만 지켜보기</translation>
    </message>
    <message id="trace.watch">
        <source>Watch {name}</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>trace</label>
        <translation>{name} 지켜보기</translation>
    </message>
    <message id="object.referrers">
        <source>Show what refers to it</source>
        <extracomment>in the menu of an object</extracomment>
        <label>object</label>
        <translation>무엇이 가리키는지 보기</translation>
    </message>
    <message id="object.birth">
        <source>Go to where it was created</source>
        <extracomment>in the menu of an object</extracomment>
        <label>object</label>
        <translation>만들어진 단계로 가기</translation>
    </message>
    <message id="object.previous_change">
        <source>Go to the previous change</source>
        <extracomment>in the menu of an object, or of a name</extracomment>
        <label>object</label>
        <translation>이전 변화로 가기</translation>
    </message>
    <message id="object.next_change">
        <source>Go to the next change</source>
        <extracomment>in the menu of an object, or of a name</extracomment>
        <label>object</label>
        <translation>다음 변화로 가기</translation>
    </message>
    <message id="object.watch">
        <source>Watch</source>
        <extracomment>in the menu of an object, or of a name: as a column of the trace table</extracomment>
        <label>object</label>
        <translation>지켜보기</translation>
    </message>
    <message id="object.copy">
        <source>Copy value</source>
        <extracomment>in the menu of an object</extracomment>
        <label>object</label>
        <translation>값 복사</translation>
    </message>
    <message id="object.inspect">
        <source>Show details</source>
        <extracomment>in the menu of an object: shows all that is known of it, beside the picture</extracomment>
        <label>object</label>
        <translation>자세히 보기</translation>
    </message>
    <message id="object.hide_type">
        <source>Hide all {type} objects</source>
        <extracomment>in the menu of an object; {type}: a type, as in list</extracomment>
        <label>object</label>
        <translation>{type} 객체 모두 숨기기</translation>
    </message>
    <message id="event.call">
        <source>call</source>
        <label>event</label>
        <translation>호출</translation>
    </message>
    <message id="event.return">
        <source>return</source>
        <label>event</label>
        <translation>반환</translation>
    </message>
    <message id="event.yield">
        <source>yield</source>
        <label>event</label>
        <translation>내보냄</translation>
    </message>
    <message id="event.resume">
        <source>resume</source>
        <label>event</label>
        <translation>재개</translation>
    </message>
    <message id="event.exception">
        <source>exception</source>
        <label>event</label>
        <translation>예외</translation>
    </message>
    <message id="event.finish">
        <source>end</source>
        <label>event</label>
        <translation>끝</translation>
    </message>
    <message id="event.uncaught">
        <source>not caught</source>
        <label>event</label>
        <translation>잡지 않음</translation>
    </message>
    <message id="step.title">
        <source>This step</source>
        <label>step</label>
        <translation>이 단계</translation>
    </message>
    <message id="step.nothing">
        <source>Nothing is recorded yet.</source>
        <label>step</label>
        <translation>아직 기록이 없습니다.</translation>
    </message>
    <message id="step.unreadable">
        <source>No step can be read.</source>
        <label>step</label>
        <translation>읽을 수 있는 단계가 없습니다.</translation>
    </message>
    <message id="step.unchanged">
        <source>Nothing in the picture changes.</source>
        <label>step</label>
        <translation>그림에서 바뀌는 것이 없습니다.</translation>
    </message>
    <message id="step.more" numerus="yes">
        <source>and %n more changes</source>
        <label>step</label>
        <translation>
            <numerusform>그 밖의 변화 %n개</numerusform>
        </translation>
    </message>
    <message id="bookmark.title">
        <source>Bookmarks</source>
        <label>bookmark</label>
        <translation>책갈피</translation>
    </message>
    <message id="bookmark.note">
        <source>Note</source>
        <label>bookmark</label>
        <translation>메모</translation>
    </message>
    <message id="bookmark.write">
        <source>Write a note</source>
        <label>bookmark</label>
        <translation>메모를 쓰세요</translation>
    </message>
    <message id="bookmark.remove">
        <source>Remove the bookmark</source>
        <label>bookmark</label>
        <translation>책갈피 지우기</translation>
    </message>
    <message id="bookmark.without_note">
        <source>no note</source>
        <label>bookmark</label>
        <translation>메모 없음</translation>
    </message>
    <message id="bookmark.kept">
        <source>kept in the recording</source>
        <label>bookmark</label>
        <translation>기록 파일에 함께 저장됨</translation>
    </message>
    <message id="bookmark.not_kept">
        <source>not kept in the file: save a copy of the recording</source>
        <label>bookmark</label>
        <translation>파일에 저장되지 않음: 기록의 사본을 저장하세요</translation>
    </message>
    <message id="inspector.title">
        <source>Selected object</source>
        <label>inspector</label>
        <translation>선택한 객체</translation>
    </message>
    <message id="inspector.close">
        <source>Select nothing</source>
        <label>inspector</label>
        <translation>선택 해제</translation>
    </message>
    <message id="inspector.back">
        <source>Back to the object before</source>
        <label>inspector</label>
        <translation>앞서 본 객체로</translation>
    </message>
    <message id="inspector.watch">
        <source>Watch it in the trace table</source>
        <label>inspector</label>
        <translation>추적표에서 지켜보기</translation>
    </message>
    <message id="inspector.nothing">
        <source>Nothing selected. Click an object.</source>
        <label>inspector</label>
        <translation>선택한 객체가 없습니다. 객체를 누르세요.</translation>
    </message>
    <message id="inspector.not_there">
        <source>Object #{serial} does not exist at this step.</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>inspector</label>
        <translation>객체 #{serial}[은/는] 이 단계에 없습니다.</translation>
    </message>
    <message id="inspector.absent">
        <source>{what} does not exist at this step.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>inspector</label>
        <translation>{what}[은/는] 이 단계에 없습니다.</translation>
    </message>
    <message id="inspector.type">
        <source>Type</source>
        <label>inspector</label>
        <translation>타입</translation>
    </message>
    <message id="inspector.items" numerus="yes">
        <source>{type}, %n items</source>
        <extracomment>{type}: a type, as in list</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>{type}, 항목 %n개</numerusform>
        </translation>
    </message>
    <message id="inspector.address">
        <source>Address</source>
        <label>inspector</label>
        <translation>주소</translation>
    </message>
    <message id="inspector.size">
        <source>Size</source>
        <label>inspector</label>
        <translation>크기</translation>
    </message>
    <message id="inspector.count">
        <source>Count</source>
        <label>inspector</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="inspector.immortal">
        <source>∞ never freed, not counted</source>
        <label>inspector</label>
        <translation>∞ 해제되지 않고 세지 않음</translation>
    </message>
    <message id="inspector.reach">
        <source>State</source>
        <label>inspector</label>
        <translation>상태</translation>
    </message>
    <message id="inspector.unreachable">
        <source>unreachable: kept alive only by a cycle</source>
        <label>inspector</label>
        <translation>닿을 수 없음: 순환 참조로만 살아 있음</translation>
    </message>
    <message id="inspector.referrers">
        <source>Who refers to it</source>
        <label>inspector</label>
        <translation>누가 가리키나</translation>
    </message>
    <message id="inspector.interpreter">
        <source>held by the interpreter</source>
        <label>inspector</label>
        <translation>인터프리터가 잡고 있음</translation>
    </message>
    <message id="inspector.undrawn_type_links" numerus="yes">
        <source>%n not drawn: type links, from an instance to its class</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n개는 그리지 않음: 인스턴스가 클래스를 가리킴</numerusform>
        </translation>
    </message>
    <message id="inspector.undrawn_folded" numerus="yes">
        <source>%n not drawn: folded away in what holds it</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n개는 그리지 않음: 담고 있는 객체 안에 접혀 있음</numerusform>
        </translation>
    </message>
    <message id="inspector.undrawn_hidden" numerus="yes">
        <source>%n not drawn: what refers to it is not in the picture</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n개는 그리지 않음: 가리키는 쪽이 그림에 없음</numerusform>
        </translation>
    </message>
    <message id="inspector.more_references" numerus="yes">
        <source>%n more like these</source>
        <label>inspector</label>
        <translation>
            <numerusform>그 밖에 %n줄</numerusform>
        </translation>
    </message>
    <message id="inspector.sum">
        <source>= reference count</source>
        <label>inspector</label>
        <translation>= 참조 횟수</translation>
    </message>
    <message id="inspector.why">
        <source>Why it is alive</source>
        <label>inspector</label>
        <translation>왜 살아 있나</translation>
    </message>
    <message id="inspector.no_name">
        <source>No name of the program leads to it.</source>
        <label>inspector</label>
        <translation>프로그램의 어떤 이름에서도 닿지 않습니다.</translation>
    </message>
    <message id="inspector.life">
        <source>Its life</source>
        <label>inspector</label>
        <translation>이 객체의 일생</translation>
    </message>
    <message id="inspector.looking">
        <source>Looking through the recording…</source>
        <label>inspector</label>
        <translation>기록을 살펴보는 중…</translation>
    </message>
    <message id="inspector.value">
        <source>Value</source>
        <label>inspector</label>
        <translation>값</translation>
    </message>
    <message id="inspector.rows">
        <source>rows {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>inspector</label>
        <translation>{first}번째부터 {last}번째까지</translation>
    </message>
    <message id="inspector.letters">
        <source>characters {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>inspector</label>
        <translation>{first}번째에서 {last}번째 글자</translation>
    </message>
    <message id="inspector.not_recorded" numerus="yes">
        <source>%n further characters were not recorded.</source>
        <label>inspector</label>
        <translation>
            <numerusform>그 뒤의 %n글자는 기록되지 않았습니다.</numerusform>
        </translation>
    </message>
    <message id="inspector.more" numerus="yes">
        <source>and %n more</source>
        <label>inspector</label>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message id="value.name">
        <source>name</source>
        <label>value</label>
        <translation>이름</translation>
    </message>
    <message id="value.line">
        <source>from line</source>
        <extracomment>before the number of the line at which a function begins</extracomment>
        <label>value</label>
        <translation>시작 줄</translation>
    </message>
    <message id="value.state">
        <source>state</source>
        <label>value</label>
        <translation>상태</translation>
    </message>
    <message id="value.function">
        <source>function</source>
        <label>value</label>
        <translation>함수</translation>
    </message>
    <message id="value.contents">
        <source>contents</source>
        <extracomment>before what a cell holds</extracomment>
        <label>value</label>
        <translation>내용</translation>
    </message>
    <message id="value.over">
        <source>walks over</source>
        <extracomment>before what an iterator walks over</extracomment>
        <label>value</label>
        <translation>순회 대상</translation>
    </message>
    <message id="value.position">
        <source>next item</source>
        <extracomment>before the position of an iterator</extracomment>
        <label>value</label>
        <translation>다음 항목</translation>
    </message>
    <message id="value.referent">
        <source>object</source>
        <extracomment>before what a weak reference refers to</extracomment>
        <label>value</label>
        <translation>객체</translation>
    </message>
    <message id="history.title">
        <source>Count by step</source>
        <label>history</label>
        <translation>단계별 참조 횟수</translation>
    </message>
    <message id="history.changes">
        <source>Changes: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>history</label>
        <translation>바뀐 횟수: {count}</translation>
    </message>
    <message id="history.row">
        <source>step {step}:  {before} → {now}</source>
        <extracomment>{step}: a step&apos;s number; {before}: the count before; {now}: the count now</extracomment>
        <label>history</label>
        <translation>{step}단계:  {before} → {now}</translation>
    </message>
    <message id="history.value">
        <source>step {step}:  value changed</source>
        <extracomment>{step}: a step&apos;s number</extracomment>
        <label>history</label>
        <translation>{step}단계:  값이 바뀜</translation>
    </message>
    <message id="bytecode.title">
        <source>Bytecode of line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>bytecode</label>
        <translation>{line}번 줄의 바이트코드</translation>
    </message>
    <message id="bytecode.none">
        <source>No instruction of this Python belongs to this line.</source>
        <label>bytecode</label>
        <translation>이 줄에 해당하는 명령이 없습니다.</translation>
    </message>
    <message id="bytecode.version">
        <source>Recorded by Python {recorded}, compiled here by Python {here}.</source>
        <extracomment>{recorded}: a version; {here}: a version</extracomment>
        <label>bytecode</label>
        <translation>파이썬 {recorded}에서 기록했고, 여기서는 파이썬 {here}의 컴파일 결과입니다.</translation>
    </message>
    <message id="bytecode.loads">
        <source>+1: the stack refers to it too</source>
        <label>bytecode</label>
        <translation>+1: 스택도 이 객체를 가리킴</translation>
    </message>
    <message id="bytecode.loads_two">
        <source>+1 each: the stack refers to both</source>
        <label>bytecode</label>
        <translation>각각 +1: 스택이 둘 다 가리킴</translation>
    </message>
    <message id="bytecode.borrows">
        <source>0: the stack only borrows the name&apos;s reference</source>
        <label>bytecode</label>
        <translation>0: 스택이 이름의 참조를 빌려 쓸 뿐임</translation>
    </message>
    <message id="bytecode.takes_out">
        <source>the name&apos;s reference goes to the stack</source>
        <label>bytecode</label>
        <translation>이름의 참조가 스택으로 옮겨 감</translation>
    </message>
    <message id="bytecode.binds">
        <source>the name takes over the stack&apos;s reference; −1 to what it had</source>
        <label>bytecode</label>
        <translation>이름이 스택의 참조를 넘겨받음. 전에 가리키던 객체는 −1</translation>
    </message>
    <message id="bytecode.binds_two">
        <source>two names take over the stack&apos;s references; −1 to what they had</source>
        <label>bytecode</label>
        <translation>두 이름이 스택의 참조를 넘겨받음. 전에 가리키던 객체는 −1</translation>
    </message>
    <message id="bytecode.binds_and_loads">
        <source>one name takes over a reference; +1 to what the other has</source>
        <label>bytecode</label>
        <translation>한 이름이 참조를 넘겨받고, 다른 이름의 객체는 +1</translation>
    </message>
    <message id="bytecode.unbinds">
        <source>−1: the name is gone</source>
        <label>bytecode</label>
        <translation>−1: 이름이 없어짐</translation>
    </message>
    <message id="bytecode.drops">
        <source>−1: the stack lets go of it</source>
        <label>bytecode</label>
        <translation>−1: 스택이 놓아줌</translation>
    </message>
    <message id="bytecode.reads_part">
        <source>+1 to the part; −1 to the whole</source>
        <label>bytecode</label>
        <translation>꺼낸 것은 +1, 전체는 −1</translation>
    </message>
    <message id="bytecode.puts_part">
        <source>the whole takes over the reference; −1 to what was there</source>
        <label>bytecode</label>
        <translation>전체가 참조를 넘겨받음. 그 자리에 있던 객체는 −1</translation>
    </message>
    <message id="bytecode.removes_part">
        <source>−1 to what was there</source>
        <label>bytecode</label>
        <translation>그 자리에 있던 객체는 −1</translation>
    </message>
    <message id="bytecode.computes">
        <source>−1 to each operand; the result is on the stack</source>
        <label>bytecode</label>
        <translation>피연산자마다 −1. 결과는 스택에</translation>
    </message>
    <message id="bytecode.collects">
        <source>the container takes over the references</source>
        <label>bytecode</label>
        <translation>컨테이너가 참조를 넘겨받음</translation>
    </message>
    <message id="bytecode.copies_in">
        <source>+1 to each item</source>
        <label>bytecode</label>
        <translation>항목마다 +1</translation>
    </message>
    <message id="bytecode.unpacks">
        <source>+1 to each item; −1 to the whole</source>
        <label>bytecode</label>
        <translation>항목마다 +1, 전체는 −1</translation>
    </message>
    <message id="bytecode.calls">
        <source>the arguments go to the call, −1 each at its end; the result is on the stack</source>
        <label>bytecode</label>
        <translation>인자가 호출로 넘어가고 끝나면 각각 −1. 결과는 스택에</translation>
    </message>
    <message id="bytecode.makes_function">
        <source>the function takes over code and defaults</source>
        <label>bytecode</label>
        <translation>함수가 코드와 기본값을 넘겨받음</translation>
    </message>
    <message id="bytecode.iterates">
        <source>the iterator refers to it from now on</source>
        <label>bytecode</label>
        <translation>이제부터 이터레이터가 가리킴</translation>
    </message>
    <message id="bytecode.takes_next">
        <source>+1 to the next item</source>
        <label>bytecode</label>
        <translation>다음 항목 +1</translation>
    </message>
    <message id="bytecode.hands_out">
        <source>the reference goes to the caller</source>
        <label>bytecode</label>
        <translation>참조가 호출한 쪽으로 넘어감</translation>
    </message>
    <message id="bytecode.hands_out_constant">
        <source>+1 to the constant, for the caller</source>
        <label>bytecode</label>
        <translation>상수 +1, 호출한 쪽으로</translation>
    </message>
    <message id="bytecode.jumps">
        <source>−1: the tested value is let go of</source>
        <label>bytecode</label>
        <translation>−1: 검사한 값을 놓아줌</translation>
    </message>
    <message id="bytecode.raises">
        <source>the exception is on its way</source>
        <label>bytecode</label>
        <translation>예외가 전달되는 중</translation>
    </message>
    <message id="bytecode.imports">
        <source>+1 to the module</source>
        <label>bytecode</label>
        <translation>모듈 +1</translation>
    </message>
    <message id="bytecode.other">
        <source>not told here</source>
        <label>bytecode</label>
        <translation>여기서는 설명하지 않음</translation>
    </message>
    <message id="dock.close">
        <source>Hide this panel</source>
        <label>dock</label>
        <translation>패널 숨기기</translation>
    </message>
    <message id="sides.code">
        <source>Code</source>
        <label>sides</label>
        <translation>코드</translation>
    </message>
    <message id="sides.diagram">
        <source>Diagram</source>
        <label>sides</label>
        <translation>그림</translation>
    </message>
    <message id="sides.name">
        <source>Code or diagram</source>
        <label>sides</label>
        <translation>코드 또는 그림</translation>
    </message>
    <message id="timeline.calls">
        <source>Calls</source>
        <label>timeline</label>
        <translation>호출</translation>
    </message>
    <message id="timeline.events">
        <source>Events</source>
        <label>timeline</label>
        <translation>사건</translation>
    </message>
    <message id="timeline.live">
        <source>Live objects</source>
        <label>timeline</label>
        <translation>살아 있는 객체</translation>
    </message>
    <message id="timeline.bytes">
        <source>Heap bytes</source>
        <label>timeline</label>
        <translation>힙 바이트</translation>
    </message>
    <message id="timeline.above">
        <source>Rows of calls above: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>timeline</label>
        <translation>위에 더 있는 호출 줄: {count}</translation>
    </message>
    <message id="timeline.below">
        <source>Rows of deeper calls below: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>timeline</label>
        <translation>아래에 더 깊은 호출 줄: {count}</translation>
    </message>
    <message id="timeline.hint">
        <source>Step {step}: line {line}, {function}</source>
        <extracomment>{step}: a step&apos;s number; {line}: a line number; {function}: a function&apos;s name</extracomment>
        <label>timeline</label>
        <translation>{step}단계: {line}번 줄, {function}</translation>
    </message>
    <message id="timeline.hint_call">
        <source>{function}: steps {first} to {last}</source>
        <extracomment>{function}: a function&apos;s name; {first}: the first number; {last}: the last number</extracomment>
        <label>timeline</label>
        <translation>{function}: {first}~{last}단계</translation>
    </message>
    <message id="timeline.hint_call_open">
        <source>{function}: from step {first} on</source>
        <extracomment>{function}: a function&apos;s name; {first}: the first number</extracomment>
        <label>timeline</label>
        <translation>{function}: {first}단계부터</translation>
    </message>
    <message id="timeline.hint_heap" numerus="yes">
        <source>; %n objects, {size}</source>
        <extracomment>is added to the line before; {size}: a size, as in 72 B</extracomment>
        <label>timeline</label>
        <translation>
            <numerusform>; 객체 %n개, {size}</numerusform>
        </translation>
    </message>
    <message id="transport.step">
        <source>Step</source>
        <label>transport</label>
        <translation>단계</translation>
    </message>
    <message id="transport.of">
        <source>of {steps}</source>
        <extracomment>stands behind the field with the step&apos;s number; {steps}: how many steps</extracomment>
        <label>transport</label>
        <translation>/ {steps}</translation>
    </message>
    <message id="transport.of_so_far">
        <source>of {steps} so far</source>
        <extracomment>{steps}: how many steps</extracomment>
        <label>transport</label>
        <translation>/ 지금까지 {steps}</translation>
    </message>
    <message id="transport.speed">
        <source>Speed</source>
        <label>transport</label>
        <translation>빠르기</translation>
    </message>
    <message id="transport.per_second">
        <source>{speed} steps/s</source>
        <extracomment>{speed}: a number</extracomment>
        <label>transport</label>
        <translation>초당 {speed}단계</translation>
    </message>
    <message id="transport.slider">
        <source>Steps of the recording</source>
        <label>transport</label>
        <translation>기록의 단계</translation>
    </message>
    <message id="band.no_step_at_line">
        <source>No step of this recording is at that line.</source>
        <label>band</label>
        <translation>이 기록에는 그 줄의 단계가 없습니다.</translation>
    </message>
    <message id="band.no_breakpoint_after">
        <source>No more breakpoints after this step: this is the last step.</source>
        <label>band</label>
        <translation>이 뒤로는 중단점이 없습니다. 마지막 단계입니다.</translation>
    </message>
    <message id="band.no_breakpoint_before">
        <source>No more breakpoints before this step: this is the first step.</source>
        <label>band</label>
        <translation>이 앞으로는 중단점이 없습니다. 첫 단계입니다.</translation>
    </message>
    <message id="band.nothing_selected">
        <source>Nothing is selected. Click a name or an object first, or find one {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>band</label>
        <translation>선택한 이름이나 객체가 없습니다. 먼저 누르거나 찾으세요{keys}.</translation>
    </message>
    <message id="band.no_change_after">
        <source>The selected object does not change after this step.</source>
        <label>band</label>
        <translation>선택한 객체는 이 단계 뒤에 바뀌지 않습니다.</translation>
    </message>
    <message id="band.no_change_before">
        <source>The selected object does not change before this step.</source>
        <label>band</label>
        <translation>선택한 객체는 이 단계 앞에 바뀌지 않습니다.</translation>
    </message>
    <message id="band.no_rebinding_after">
        <source>The selected name refers to nothing else after this step.</source>
        <label>band</label>
        <translation>선택한 이름은 이 단계 뒤에 다른 것을 가리키지 않습니다.</translation>
    </message>
    <message id="band.no_rebinding_before">
        <source>The selected name referred to nothing else before this step.</source>
        <label>band</label>
        <translation>선택한 이름은 이 단계 앞에 다른 것을 가리키지 않았습니다.</translation>
    </message>
    <message id="band.no_such_step_after">
        <source>There is no such step after this one.</source>
        <label>band</label>
        <translation>이 단계 뒤에는 그런 단계가 없습니다.</translation>
    </message>
    <message id="band.no_such_step_before">
        <source>There is no such step before this one.</source>
        <label>band</label>
        <translation>이 단계 앞에는 그런 단계가 없습니다.</translation>
    </message>
    <message id="band.no_birth">
        <source>No step is known that made the selected object.</source>
        <label>band</label>
        <translation>선택한 객체를 만든 단계를 알 수 없습니다.</translation>
    </message>
    <message id="band.no_death">
        <source>The selected object is still there at the last step.</source>
        <label>band</label>
        <translation>선택한 객체는 마지막 단계에도 남아 있습니다.</translation>
    </message>
    <message id="band.then_open">
        <source>Then {name} is opened.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>band</label>
        <translation>그다음 {name} 파일을 엽니다.</translation>
    </message>
    <message id="band.dismiss">
        <source>Dismiss</source>
        <label>band</label>
        <translation>닫기</translation>
    </message>
    <message id="band.hint">
        <source>Press {keys} to run a line.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>band</label>
        <translation>{keys} 키를 누르면 한 줄을 실행합니다.</translation>
    </message>
    <message id="band.open">
        <source>Open a file</source>
        <label>band</label>
        <translation>파일 열기</translation>
    </message>
    <message id="start.title">
        <source>Start</source>
        <label>start</label>
        <translation>시작</translation>
    </message>
    <message id="start.new">
        <source>New program</source>
        <label>start</label>
        <translation>새 프로그램</translation>
    </message>
    <message id="start.open">
        <source>Open a file…</source>
        <label>start</label>
        <translation>파일 열기…</translation>
    </message>
    <message id="start.recent">
        <source>Recent files</source>
        <label>start</label>
        <translation>최근 파일</translation>
    </message>
    <message id="start.no_recent">
        <source>Programs and recordings that you open are listed here.</source>
        <label>start</label>
        <translation>열어 본 프로그램과 기록이 여기에 나옵니다.</translation>
    </message>
    <message id="start.examples">
        <source>Examples</source>
        <label>start</label>
        <translation>예제</translation>
    </message>
    <message id="start.names">
        <source>Two names, one list</source>
        <label>start</label>
        <translation>이름 둘, 리스트 하나</translation>
    </message>
    <message id="start.names_about">
        <source>What a second name sees when the list changes.</source>
        <label>start</label>
        <translation>리스트가 바뀌면 다른 이름에서는 어떻게 보이는지 살펴봅니다.</translation>
    </message>
    <message id="start.call">
        <source>Functions that call functions</source>
        <label>start</label>
        <translation>함수가 함수를 부를 때</translation>
    </message>
    <message id="start.call_about">
        <source>Arguments go in, return values come back.</source>
        <label>start</label>
        <translation>인수가 들어가고 반환값이 돌아옵니다.</translation>
    </message>
    <message id="start.sort">
        <source>Bubble sort</source>
        <label>start</label>
        <translation>버블 정렬</translation>
    </message>
    <message id="start.sort_about">
        <source>Neighbours swap until the list is in order.</source>
        <label>start</label>
        <translation>이웃한 값을 바꾸며 리스트를 정렬합니다.</translation>
    </message>
    <message id="start.recursion">
        <source>Recursion</source>
        <label>start</label>
        <translation>재귀</translation>
    </message>
    <message id="start.recursion_about">
        <source>factorial calls itself, and each call waits for the next.</source>
        <label>start</label>
        <translation>factorial이 자신을 부르고, 각 호출은 다음 호출을 기다립니다.</translation>
    </message>
    <message id="start.linked">
        <source>Linked list</source>
        <label>start</label>
        <translation>연결 리스트</translation>
    </message>
    <message id="start.linked_about">
        <source>Objects that refer to the next one.</source>
        <label>start</label>
        <translation>객체가 다음 객체를 가리킵니다.</translation>
    </message>
    <message id="start.tree">
        <source>Search tree</source>
        <label>start</label>
        <translation>탐색 트리</translation>
    </message>
    <message id="start.tree_about">
        <source>Smaller keys go left, larger ones right.</source>
        <label>start</label>
        <translation>작은 키는 왼쪽, 큰 키는 오른쪽으로 갑니다.</translation>
    </message>
    <message id="band.recording">
        <source>Recording</source>
        <label>band</label>
        <translation>기록 중</translation>
    </message>
    <message id="band.unrecorded">
        <source>Running, no longer recorded</source>
        <label>band</label>
        <translation>실행 중, 더는 기록하지 않음</translation>
    </message>
    <message id="band.steps_so_far">
        <source>steps so far: {steps}</source>
        <extracomment>{steps}: how many steps</extracomment>
        <label>band</label>
        <translation>지금까지 {steps}단계</translation>
    </message>
    <message id="band.waits_for_input">
        <source>waits for input</source>
        <label>band</label>
        <translation>입력을 기다림</translation>
    </message>
    <message id="band.deadlock">
        <source>deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <label>band</label>
        <translation>교착 상태: {threads}</translation>
    </message>
    <message id="band.ended_in_deadlock">
        <source>Deadlock: {threads}. {kept}</source>
        <extracomment>{threads}: threads, with arrows between them; {kept}: how many steps were kept, a sentence</extracomment>
        <label>band</label>
        <translation>교착 상태: {threads}. {kept}</translation>
    </message>
    <message id="band.waits_for_credit">
        <source>waits for you to step on</source>
        <label>band</label>
        <translation>앞으로 넘기기를 기다림</translation>
    </message>
    <message id="band.go_to_step">
        <source>Go to step {step}</source>
        <extracomment>{step}: a step&apos;s number</extracomment>
        <label>band</label>
        <translation>{step}단계로 가기</translation>
    </message>
    <message id="band.stop">
        <source>Stop</source>
        <label>band</label>
        <translation>멈추기</translation>
    </message>
    <message id="band.seeking">
        <source>Searching</source>
        <label>band</label>
        <translation>찾는 중</translation>
    </message>
    <message id="band.seeking_at">
        <source>step {step} of {steps}</source>
        <label>band</label>
        <translation>{steps}단계 중 {step}단계</translation>
    </message>
    <message id="band.saving_table">
        <source>Saving the table</source>
        <label>band</label>
        <translation>표 저장 중</translation>
    </message>
    <message id="band.saved_rows">
        <source>row {row} of {rows}</source>
        <label>band</label>
        <translation>{rows}행 중 {row}행</translation>
    </message>
    <message id="band.reading">
        <source>Reading the recording for the timeline</source>
        <label>band</label>
        <translation>타임라인에 쓸 기록을 읽는 중</translation>
    </message>
    <message id="band.reading_part">
        <source>{part} %</source>
        <extracomment>{part}: a number</extracomment>
        <label>band</label>
        <translation>{part} %</translation>
    </message>
    <message id="band.reading_stop">
        <source>Stop</source>
        <label>band</label>
        <translation>멈추기</translation>
    </message>
    <message id="band.edited">
        <source>The code changed.</source>
        <label>band</label>
        <translation>코드가 바뀌었습니다.</translation>
    </message>
    <message id="band.live">
        <source>This program may write files or start others.</source>
        <label>band</label>
        <translation>이 프로그램은 파일을 쓰거나 다른 프로그램을 시작할 수 있습니다.</translation>
    </message>
    <message id="band.live_calls">
        <source>Live would run it at every pause: {calls}</source>
        <extracomment>{calls}: calls in the program</extracomment>
        <label>band</label>
        <translation>실시간에서는 입력을 멈출 때마다 실행합니다: {calls}</translation>
    </message>
    <message id="band.live_yes">
        <source>Live all the same</source>
        <label>band</label>
        <translation>그래도 실시간으로</translation>
    </message>
    <message id="band.live_no">
        <source>Not live</source>
        <label>band</label>
        <translation>실시간 끄기</translation>
    </message>
    <message id="band.not_recorded">
        <source>Not recorded.</source>
        <label>band</label>
        <translation>기록하지 못했습니다.</translation>
    </message>
    <message id="band.not_opened">
        <source>Not opened.</source>
        <label>band</label>
        <translation>열지 못했습니다.</translation>
    </message>
    <message id="band.not_saved">
        <source>Not saved.</source>
        <label>band</label>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message id="reason.full">
        <source>the disk is full; make room or choose another place</source>
        <extracomment>why a file was not written</extracomment>
        <label>reason</label>
        <translation>디스크에 남은 공간이 없습니다. 공간을 비우거나 다른 곳을 고르세요</translation>
    </message>
    <message id="reason.permission">
        <source>no permission</source>
        <extracomment>why a file was not read or written</extracomment>
        <label>reason</label>
        <translation>권한이 없습니다</translation>
    </message>
    <message id="reason.read_only">
        <source>nothing can be written there</source>
        <extracomment>why a file was not written</extracomment>
        <label>reason</label>
        <translation>쓸 수 없는 곳입니다</translation>
    </message>
    <message id="reason.missing">
        <source>there is no such file or folder</source>
        <extracomment>why a file was not read or written</extracomment>
        <label>reason</label>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message id="band.not_printed">
        <source>Not printed.</source>
        <label>band</label>
        <translation>인쇄하지 못했습니다.</translation>
    </message>
    <message id="band.bookmark">
        <source>The bookmark is not in the file.</source>
        <label>band</label>
        <translation>책갈피가 파일에 저장되지 않았습니다.</translation>
    </message>
    <message id="band.damaged">
        <source>A part cannot be read.</source>
        <label>band</label>
        <translation>일부를 읽을 수 없습니다.</translation>
    </message>
    <message id="band.read_only">
        <source>Opened for reading only.</source>
        <label>band</label>
        <translation>읽기 전용으로 열었습니다.</translation>
    </message>
    <message id="band.separator">
        <source>It holds a paragraph separator (U+2029), which an editor would lose.</source>
        <label>band</label>
        <translation>편집기에서 잃게 되는 문단 구분자(U+2029)가 들어 있습니다.</translation>
    </message>
    <message id="band.unsaved_text">
        <source>Unsaved text was kept safe.</source>
        <label>band</label>
        <translation>저장하지 않은 글을 지켜 두었습니다.</translation>
    </message>
    <message id="band.unsaved_text_of" numerus="yes">
        <source>A window ended before {name} was saved (%n lines).</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>band</label>
        <translation>
            <numerusform>{name}[을/를] 저장하기 전에 창이 끝났습니다 (%n줄).</numerusform>
        </translation>
    </message>
    <message id="band.bring_back">
        <source>Bring it back</source>
        <label>band</label>
        <translation>되살리기</translation>
    </message>
    <message id="band.throw_away">
        <source>Throw it away</source>
        <label>band</label>
        <translation>버리기</translation>
    </message>
    <message id="band.not_kept_safe">
        <source>Unsaved text is not kept safe: save it yourself.</source>
        <label>band</label>
        <translation>저장하지 않은 글을 지켜 두지 못합니다. 직접 저장하세요.</translation>
    </message>
    <message id="band.fault">
        <source>The window met a fault of its own.</source>
        <label>band</label>
        <translation>창 자체에 오류가 났습니다.</translation>
    </message>
    <message id="band.fault_kind">
        <source>{kind}. It goes on; save what you have. The diagnostic holds nothing you typed unless you ask.</source>
        <extracomment>{kind}: the name of the error</extracomment>
        <label>band</label>
        <translation>{kind}. 창은 계속됩니다. 지금까지 쓴 것을 저장하세요. 따로 고르지 않는 한 진단 정보에 쓴 글은 들어가지 않습니다.</translation>
    </message>
    <message id="band.copy_diagnostic">
        <source>Copy diagnostic</source>
        <label>band</label>
        <translation>진단 정보 복사</translation>
    </message>
    <message id="band.copy_with_program">
        <source>Copy it with the program</source>
        <label>band</label>
        <translation>프로그램과 함께 복사</translation>
    </message>
    <message id="band.set_aside">
        <source>The settings could not be read.</source>
        <label>band</label>
        <translation>설정 파일을 읽을 수 없습니다.</translation>
    </message>
    <message id="band.font_missing">
        <source>This font is not on this computer: {fonts}</source>
        <extracomment>{fonts}: names of fonts</extracomment>
        <label>band</label>
        <translation>이 컴퓨터에 없는 글꼴: {fonts}</translation>
    </message>
    <message id="band.font_usual">
        <source>The usual one is used.</source>
        <label>band</label>
        <translation>기본 글꼴을 씁니다.</translation>
    </message>
    <message id="band.settings_not_kept">
        <source>Preferences are not kept: their file cannot be written.</source>
        <label>band</label>
        <translation>설정을 남기지 못합니다. 파일에 쓸 수 없습니다.</translation>
    </message>
    <message id="band.set_aside_where">
        <source>They were set aside as {file}; the usual ones hold.</source>
        <extracomment>{file}: a file</extracomment>
        <label>band</label>
        <translation>{file}[으로/로] 옮겨 두고 처음 설정을 씁니다.</translation>
    </message>
    <message id="band.go_there">
        <source>Go there</source>
        <label>band</label>
        <translation>바로 가기</translation>
    </message>
    <message id="error.line">
        <source>{kind} on line {line}</source>
        <extracomment>{kind}: an exception, as in NameError; {line}: a line number</extracomment>
        <label>error</label>
        <translation>{line}행에서 {kind}</translation>
    </message>
    <message id="error.file_line">
        <source>{kind} in {file}, line {line}</source>
        <extracomment>{kind}: an exception, as in NameError; {file}: a file; {line}: a line number</extracomment>
        <label>error</label>
        <translation>{file} {line}행에서 {kind}</translation>
    </message>
    <message id="error.message">
        <source>{error}: {message}</source>
        <extracomment>{error}: an exception and its line; {message}: in Python’s own words</extracomment>
        <label>error</label>
        <translation>{error}: {message}</translation>
    </message>
    <message id="error.hint">
        <source>{error}. {hint}</source>
        <extracomment>{error}: an exception, its line and message; {hint}: a guess at what was meant</extracomment>
        <label>error</label>
        <translation>{error}. {hint}</translation>
    </message>
    <message id="error.meant">
        <source>Did you mean &apos;{name}&apos;?</source>
        <extracomment>{name}: a name in a program</extracomment>
        <label>error</label>
        <translation>혹시 &apos;{name}&apos;[을/를] 쓰려고 했나요?</translation>
    </message>
    <message id="error.forgot">
        <source>Did you forget to import &apos;{name}&apos;?</source>
        <extracomment>{name}: a module</extracomment>
        <label>error</label>
        <translation>&apos;{name}&apos;[을/를] import하는 것을 잊었나요?</translation>
    </message>
    <message id="error.syntax">
        <source>Syntax error on line {line}: {message}</source>
        <extracomment>{line}: a line number; {message}: in Python’s own words</extracomment>
        <label>error</label>
        <translation>{line}행에 구문 오류: {message}</translation>
    </message>
    <message id="error.picture_before">
        <source>The picture is of the last recording.</source>
        <label>error</label>
        <translation>그림은 마지막 기록의 것입니다.</translation>
    </message>
    <message id="band.steps_kept" numerus="yes">
        <source>%n steps kept.</source>
        <label>band</label>
        <translation>
            <numerusform>%n단계를 보관했습니다.</numerusform>
        </translation>
    </message>
    <message id="end.uncaught">
        <source>The program stopped at an error that nothing caught.</source>
        <label>end</label>
        <translation>처리되지 않은 오류로 프로그램이 멈췄습니다.</translation>
    </message>
    <message id="end.exited">
        <source>The program ended itself with exit code {code}.</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>프로그램이 종료 코드 {code}[으로/로] 스스로 끝났습니다.</translation>
    </message>
    <message id="end.killed">
        <source>The program was killed by signal {code}.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>end</label>
        <translation>프로그램이 시그널 {code}[으로/로] 강제 종료되었습니다.</translation>
    </message>
    <message id="end.uncaught.brief">
        <source>Stopped at an error</source>
        <label>end</label>
        <translation>오류로 멈춤</translation>
    </message>
    <message id="end.exited.brief">
        <source>Exit code {code}</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>종료 코드 {code}</translation>
    </message>
    <message id="end.killed.brief">
        <source>Killed by signal {code}</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>시그널 {code}: 강제 종료</translation>
    </message>
    <message id="end.step-limit">
        <source>Stopped: step limit.</source>
        <label>end</label>
        <translation>멈춤: 단계 한도.</translation>
    </message>
    <message id="end.time-limit">
        <source>Stopped: time limit.</source>
        <label>end</label>
        <translation>멈춤: 시간 한도.</translation>
    </message>
    <message id="end.memory-limit">
        <source>Stopped: memory limit.</source>
        <label>end</label>
        <translation>멈춤: 메모리 한도.</translation>
    </message>
    <message id="end.size-limit">
        <source>Stopped: the recording grew too large.</source>
        <label>end</label>
        <translation>멈춤: 기록이 너무 커졌습니다.</translation>
    </message>
    <message id="end.disk-full">
        <source>Stopped: the recording could not be kept.</source>
        <label>end</label>
        <translation>멈춤: 기록을 보관할 수 없습니다.</translation>
    </message>
    <message id="end.stopped">
        <source>Stopped.</source>
        <label>end</label>
        <translation>멈췄습니다.</translation>
    </message>
    <message id="end.recorder-failed">
        <source>The recording broke off.</source>
        <label>end</label>
        <translation>기록이 끊겼습니다.</translation>
    </message>
    <message id="dialog.open">
        <source>Open a program or a recording</source>
        <label>dialog</label>
        <translation>프로그램이나 기록 열기</translation>
    </message>
    <message id="dialog.save">
        <source>Save the program</source>
        <label>dialog</label>
        <translation>프로그램 저장</translation>
    </message>
    <message id="dialog.keep">
        <source>Keep the recording</source>
        <label>dialog</label>
        <translation>기록 보관</translation>
    </message>
    <message id="dialog.picture">
        <source>Picture of this step</source>
        <label>dialog</label>
        <translation>이 단계의 그림</translation>
    </message>
    <message id="dialog.table">
        <source>Save the trace table</source>
        <label>dialog</label>
        <translation>추적표 저장</translation>
    </message>
    <message id="dialog.lab">
        <source>Save results</source>
        <label>dialog</label>
        <translation>결과 저장</translation>
    </message>
    <message id="dialog.lab_csv">
        <source>Tables (*.csv)</source>
        <label>dialog</label>
        <translation>표 (*.csv)</translation>
    </message>
    <message id="dialog.lab_png">
        <source>Pictures (*.png)</source>
        <label>dialog</label>
        <translation>그림 (*.png)</translation>
    </message>
    <message id="dialog.lab_svg">
        <source>Pictures (*.svg)</source>
        <label>dialog</label>
        <translation>그림 (*.svg)</translation>
    </message>
    <message id="dialog.lab_hdf">
        <source>HDF5 files (*.h5)</source>
        <label>dialog</label>
        <translation>HDF5 파일 (*.h5)</translation>
    </message>
    <message id="dialog.picture.scale">
        <source>Scale</source>
        <label>dialog</label>
        <translation>배율</translation>
    </message>
    <message id="dialog.both">
        <source>Programs and recordings (*.py *.pyw *.memtrace)</source>
        <label>dialog</label>
        <translation>프로그램과 기록 (*.py *.pyw *.memtrace)</translation>
    </message>
    <message id="dialog.programs">
        <source>Python programs (*.py *.pyw)</source>
        <label>dialog</label>
        <translation>파이썬 프로그램 (*.py *.pyw)</translation>
    </message>
    <message id="dialog.recordings">
        <source>Recordings (*.memtrace)</source>
        <label>dialog</label>
        <translation>기록 (*.memtrace)</translation>
    </message>
    <message id="dialog.tables">
        <source>Tables (*.csv)</source>
        <label>dialog</label>
        <translation>표 (*.csv)</translation>
    </message>
    <message id="dialog.all">
        <source>All files (*)</source>
        <label>dialog</label>
        <translation>모든 파일 (*)</translation>
    </message>
    <message id="dialog.unsaved">
        <source>{name} has changes that are not saved.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>dialog</label>
        <translation>{name}에 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message id="dialog.unsaved.save">
        <source>Save</source>
        <label>dialog</label>
        <translation>저장</translation>
    </message>
    <message id="dialog.unsaved.discard">
        <source>Throw them away</source>
        <label>dialog</label>
        <translation>저장하지 않음</translation>
    </message>
    <message id="dialog.unsaved.cancel">
        <source>Cancel</source>
        <label>dialog</label>
        <translation>취소</translation>
    </message>
    <message id="help.title">
        <source>Keys</source>
        <label>help</label>
        <translation>단축키</translation>
    </message>
    <message id="guide.title">
        <source>Guide: a first lesson, and teaching with it</source>
        <label>guide</label>
        <translation>안내서: 첫 수업과 가르치기</translation>
    </message>
    <message id="help.move_card">
        <source>Move the card</source>
        <label>help</label>
        <translation>카드 옮기기</translation>
    </message>
    <message id="help.search">
        <source>Search for a command or a key</source>
        <label>help</label>
        <translation>명령이나 키 찾기</translation>
    </message>
    <message id="help.walk">
        <source>From card to card, from row to row</source>
        <label>help</label>
        <translation>카드에서 카드로, 행에서 행으로</translation>
    </message>
    <message id="help.follow_reference">
        <source>Follow a reference, and go back</source>
        <label>help</label>
        <translation>참조를 따라가기, 되돌아가기</translation>
    </message>
    <message id="help.none">
        <source>No command and no key is called that.</source>
        <label>help</label>
        <translation>그런 이름의 명령이나 키가 없습니다.</translation>
    </message>
    <message id="help.note">
        <source>Arrows and single keys act outside text fields.</source>
        <label>help</label>
        <translation>화살표와 한 글자 단축키는 글 입력 칸 밖에서 작동합니다.</translation>
    </message>
    <message id="about.title">
        <source>About</source>
        <label>about</label>
        <translation>정보</translation>
    </message>
    <message id="about.runs_with">
        <source>Runs with Python {python} and Qt {qt}.</source>
        <extracomment>{python}: a version; {qt}: a version</extracomment>
        <label>about</label>
        <translation>Python {python}, Qt {qt}[으로/로] 실행 중입니다.</translation>
    </message>
    <message id="about.log">
        <source>Faults of the window are written to {file}.</source>
        <extracomment>{file}: a file</extracomment>
        <label>about</label>
        <translation>창 자체의 오류는 {file}에 적습니다.</translation>
    </message>
    <message id="about.copy">
        <source>Copy as text</source>
        <label>about</label>
        <translation>글로 복사</translation>
    </message>
    <message id="about.package">
        <source>Package</source>
        <label>about</label>
        <translation>패키지</translation>
    </message>
    <message id="about.version">
        <source>Version</source>
        <label>about</label>
        <translation>버전</translation>
    </message>
    <message id="about.licence">
        <source>Licence</source>
        <label>about</label>
        <translation>라이선스</translation>
    </message>
    <message id="preferences.title">
        <source>Preferences</source>
        <label>preferences</label>
        <translation>환경 설정</translation>
    </message>
    <message id="run.title">
        <source>How the program is run</source>
        <label>run</label>
        <translation>프로그램 실행 방식</translation>
    </message>
    <message id="run.of">
        <source>{name}, from the next recording on; remembered for this file.</source>
        <extracomment>{name}: a file</extracomment>
        <label>run</label>
        <translation>{name}: 다음 기록부터 적용하고 이 파일에 대해 기억합니다.</translation>
    </message>
    <message id="run.arguments">
        <source>Arguments</source>
        <label>run</label>
        <translation>인자</translation>
    </message>
    <message id="run.arguments.note">
        <source>As in a shell, behind the program&apos;s name: quotes keep words together.</source>
        <label>run</label>
        <translation>셸에서 프로그램 이름 뒤에 쓰듯이 씁니다. 따옴표로 단어를 묶습니다.</translation>
    </message>
    <message id="run.input">
        <source>Standard input</source>
        <label>run</label>
        <translation>표준 입력</translation>
    </message>
    <message id="run.input.own">
        <source>What is typed in the window</source>
        <label>run</label>
        <translation>창에서 입력하는 것</translation>
    </message>
    <message id="run.folder">
        <source>Working folder</source>
        <label>run</label>
        <translation>작업 폴더</translation>
    </message>
    <message id="run.folder.own">
        <source>The folder of the program</source>
        <label>run</label>
        <translation>프로그램이 있는 폴더</translation>
    </message>
    <message id="run.environment">
        <source>Environment variables</source>
        <label>run</label>
        <translation>환경 변수</translation>
    </message>
    <message id="run.environment.note">
        <source>NAME=value, one a line. They are kept as plain text: no passwords.</source>
        <label>run</label>
        <translation>한 줄에 하나씩 이름=값으로 씁니다. 일반 텍스트로 저장되므로 비밀번호는 쓰지 마세요.</translation>
    </message>
    <message id="run.clear">
        <source>Run in the usual way</source>
        <label>run</label>
        <translation>보통 방식으로 실행</translation>
    </message>
    <message id="run.with_arguments">
        <source>Arguments: {arguments}</source>
        <extracomment>{arguments}: what is written behind a program</extracomment>
        <label>run</label>
        <translation>인자: {arguments}</translation>
    </message>
    <message id="run.with_input">
        <source>input from {file}</source>
        <extracomment>{file}: a file</extracomment>
        <label>run</label>
        <translation>입력: {file}</translation>
    </message>
    <message id="run.in_folder">
        <source>in {folder}</source>
        <extracomment>{folder}: a folder</extracomment>
        <label>run</label>
        <translation>폴더: {folder}</translation>
    </message>
    <message id="run.with_variables">
        <source>variables: {names}</source>
        <extracomment>{names}: names of environment variables</extracomment>
        <label>run</label>
        <translation>변수: {names}</translation>
    </message>
    <message id="preferences.look">
        <source>Look</source>
        <label>preferences</label>
        <translation>모양</translation>
    </message>
    <message id="preferences.run">
        <source>Programs</source>
        <label>preferences</label>
        <translation>프로그램</translation>
    </message>
    <message id="preferences.keys">
        <source>Keys</source>
        <label>preferences</label>
        <translation>키</translation>
    </message>
    <message id="preferences.reset">
        <source>Reset all preferences</source>
        <label>preferences</label>
        <translation>모든 설정 되돌리기</translation>
    </message>
    <message id="preferences.close">
        <source>Close</source>
        <label>preferences</label>
        <translation>닫기</translation>
    </message>
    <message id="preferences.theme">
        <source>Theme</source>
        <label>preferences</label>
        <translation>테마</translation>
    </message>
    <message id="preferences.level">
        <source>Level</source>
        <label>preferences</label>
        <translation>수준</translation>
    </message>
    <message id="preferences.motion">
        <source>Motion</source>
        <label>preferences</label>
        <translation>움직임</translation>
    </message>
    <message id="preferences.wrap">
        <source>Wrap long lines</source>
        <label>preferences</label>
        <translation>긴 줄 바꿈</translation>
    </message>
    <message id="preferences.completion">
        <source>Suggest names while typing</source>
        <label>preferences</label>
        <translation>입력할 때 이름 제안</translation>
    </message>
    <message id="preferences.on">
        <source>On</source>
        <label>preferences</label>
        <translation>켬</translation>
    </message>
    <message id="preferences.off">
        <source>Off</source>
        <label>preferences</label>
        <translation>끔</translation>
    </message>
    <message id="preferences.word_family">
        <source>Font of words</source>
        <label>preferences</label>
        <translation>화면 글꼴</translation>
    </message>
    <message id="preferences.code_family">
        <source>Font of code</source>
        <label>preferences</label>
        <translation>코드 글꼴</translation>
    </message>
    <message id="preferences.usual_font">
        <source>Usual ({font})</source>
        <extracomment>{font}: the name of a font</extracomment>
        <label>preferences</label>
        <translation>기본 글꼴 ({font})</translation>
    </message>
    <message id="preferences.motion.system">
        <source>As the system asks</source>
        <label>preferences</label>
        <translation>시스템 설정대로</translation>
    </message>
    <message id="preferences.motion.reduced">
        <source>Reduced: nothing moves</source>
        <label>preferences</label>
        <translation>줄임: 아무것도 움직이지 않음</translation>
    </message>
    <message id="preferences.motion.full">
        <source>Full</source>
        <label>preferences</label>
        <translation>모두</translation>
    </message>
    <message id="preferences.language.ko">
        <source>한국어</source>
        <label>preferences</label>
        <translation>한국어</translation>
    </message>
    <message id="preferences.language.en">
        <source>English</source>
        <label>preferences</label>
        <translation>English (영어)</translation>
    </message>
    <message id="preferences.code_size">
        <source>Size of code (pixels)</source>
        <label>preferences</label>
        <translation>코드 크기 (픽셀)</translation>
    </message>
    <message id="preferences.output_size">
        <source>Size of output (pixels)</source>
        <label>preferences</label>
        <translation>출력 크기 (픽셀)</translation>
    </message>
    <message id="preferences.python">
        <source>Interpreter</source>
        <label>preferences</label>
        <translation>인터프리터</translation>
    </message>
    <message id="preferences.python.own">
        <source>The one of this window</source>
        <label>preferences</label>
        <translation>이 창의 인터프리터</translation>
    </message>
    <message id="preferences.python.choose">
        <source>Choose…</source>
        <label>preferences</label>
        <translation>고르기…</translation>
    </message>
    <message id="preferences.python.where">
        <source>“Interpreter” in the preferences</source>
        <extracomment>where another interpreter is chosen, as in: choose one of CPython 3.13, 3.14, 3.15 with ...</extracomment>
        <label>preferences</label>
        <translation>환경 설정의 인터프리터</translation>
    </message>
    <message id="preferences.python.asked">
        <source>Being asked what it is…</source>
        <label>preferences</label>
        <translation>무엇인지 묻는 중…</translation>
    </message>
    <message id="preferences.python.used">
        <source>The next recording runs with it.</source>
        <label>preferences</label>
        <translation>다음 기록부터 이것으로 실행합니다.</translation>
    </message>
    <message id="preferences.python.ours">
        <source>One of {known}, or the folder of a virtual environment.</source>
        <extracomment>{known}: versions, as in CPython 3.13, 3.14, 3.15</extracomment>
        <label>preferences</label>
        <translation>{known} 가운데 하나, 또는 가상 환경의 폴더.</translation>
    </message>
    <message id="preferences.steps">
        <source>Most steps</source>
        <label>preferences</label>
        <translation>최대 단계 수</translation>
    </message>
    <message id="preferences.recorder">
        <source>Recorder</source>
        <label>preferences</label>
        <translation>기록기</translation>
    </message>
    <message id="preferences.recorder.auto">
        <source>Automatic: in C where it can be</source>
        <label>preferences</label>
        <translation>자동: 되면 C로</translation>
    </message>
    <message id="preferences.recorder.core">
        <source>Only in C</source>
        <label>preferences</label>
        <translation>C로만</translation>
    </message>
    <message id="preferences.recorder.python">
        <source>Only in Python</source>
        <label>preferences</label>
        <translation>파이썬으로만</translation>
    </message>
    <message id="preferences.made_by.core">
        <source>What is shown was recorded in C.</source>
        <label>preferences</label>
        <translation>지금 보는 기록은 C로 만들었습니다.</translation>
    </message>
    <message id="preferences.made_by.python">
        <source>What is shown was recorded in Python.</source>
        <label>preferences</label>
        <translation>지금 보는 기록은 파이썬으로 만들었습니다.</translation>
    </message>
    <message id="preferences.ahead">
        <source>Steps ahead of what is looked at</source>
        <label>preferences</label>
        <translation>보는 단계보다 앞서 실행할 단계 수</translation>
    </message>
    <message id="preferences.ahead.note">
        <source>There the program waits until one goes on.</source>
        <label>preferences</label>
        <translation>거기서 프로그램은 다음으로 넘어갈 때까지 기다립니다.</translation>
    </message>
    <message id="preferences.seconds">
        <source>Longest time (seconds)</source>
        <label>preferences</label>
        <translation>최대 시간 (초)</translation>
    </message>
    <message id="preferences.seconds.note">
        <source>0: as long as it takes</source>
        <label>preferences</label>
        <translation>0: 끝날 때까지</translation>
    </message>
    <message id="preferences.memory_mb">
        <source>Most memory of the program (MB)</source>
        <label>preferences</label>
        <translation>프로그램의 최대 메모리 (MB)</translation>
    </message>
    <message id="preferences.recording_mb">
        <source>Largest recording (MB)</source>
        <label>preferences</label>
        <translation>기록의 최대 크기 (MB)</translation>
    </message>
    <message id="preferences.limits.note">
        <source>At a limit the program is stopped, and what was recorded stays. All of this holds from the next recording on.</source>
        <label>preferences</label>
        <translation>한도에 이르면 프로그램을 멈추고, 그때까지의 기록은 남습니다. 모두 다음 기록부터 적용됩니다.</translation>
    </message>
    <message id="preferences.keys.new">
        <source>New keys</source>
        <label>preferences</label>
        <translation>새 키</translation>
    </message>
    <message id="preferences.keys.give">
        <source>Give</source>
        <extracomment>on a button: the keys in the field go to the command</extracomment>
        <label>preferences</label>
        <translation>이 키로</translation>
    </message>
    <message id="preferences.keys.none">
        <source>No keys</source>
        <label>preferences</label>
        <translation>키 없음</translation>
    </message>
    <message id="preferences.keys.usual">
        <source>The usual ones</source>
        <label>preferences</label>
        <translation>원래 키로</translation>
    </message>
    <message id="preferences.keys.hint">
        <source>Press the new keys of “{command}” in the field.</source>
        <extracomment>{command}: a command&apos;s name</extracomment>
        <label>preferences</label>
        <translation>“{command}”의 새 키를 칸 안에서 누르세요.</translation>
    </message>
    <message id="preferences.keys.conflict">
        <source>{keys} is “{command}” so far; that would have it no more.</source>
        <extracomment>{keys}: keys, as in Ctrl+R; {command}: a command&apos;s name</extracomment>
        <label>preferences</label>
        <translation>{keys}[은/는] 지금 “{command}”의 키입니다. 옮기면 그쪽에서는 없어집니다.</translation>
    </message>
    <message id="preferences.keys.taken">
        <source>{keys} is not to be had: the window itself needs it.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>preferences</label>
        <translation>{keys}[은/는] 창 자체가 쓰는 키라 바꿀 수 없습니다.</translation>
    </message>
    <message id="command.room_streaming">
        <source>Streaming lab</source>
        <label>command</label>
        <translation>스트리밍 실험실</translation>
    </message>
    <message id="stream.task">
        <source>Task</source>
        <label>stream</label>
        <translation>작업</translation>
    </message>
    <message id="stream.numbers">
        <source>Sum and filter</source>
        <label>stream</label>
        <translation>합과 거르기</translation>
    </message>
    <message id="stream.file">
        <source>Reading a file</source>
        <label>stream</label>
        <translation>파일 읽기</translation>
    </message>
    <message id="stream.endless">
        <source>Endless stream</source>
        <label>stream</label>
        <translation>끝없는 흐름</translation>
    </message>
    <message id="stream.largest">
        <source>Items n</source>
        <label>stream</label>
        <translation>항목 수 n</translation>
    </message>
    <message id="stream.styles">
        <source>Styles</source>
        <label>stream</label>
        <translation>방식</translation>
    </message>
    <message id="stream.style">
        <source>Style</source>
        <label>stream</label>
        <translation>방식</translation>
    </message>
    <message id="stream.n">
        <source>n items</source>
        <label>stream</label>
        <translation>항목 n</translation>
    </message>
    <message id="stream.time">
        <source>time</source>
        <label>stream</label>
        <translation>시간</translation>
    </message>
    <message id="stream.first">
        <source>First item</source>
        <label>stream</label>
        <translation>첫 항목까지</translation>
    </message>
    <message id="stream.first_note">
        <source>how long until it is there</source>
        <label>stream</label>
        <translation>나올 때까지 기다린 시간</translation>
    </message>
    <message id="stream.total">
        <source>To the end</source>
        <label>stream</label>
        <translation>끝까지</translation>
    </message>
    <message id="stream.total_note">
        <source>until all are added up</source>
        <label>stream</label>
        <translation>모든 항목을 더한 시간</translation>
    </message>
    <message id="stream.peak">
        <source>Peak memory</source>
        <label>stream</label>
        <translation>최대 메모리</translation>
    </message>
    <message id="stream.peak_note">
        <source>measured in a run of its own</source>
        <label>stream</label>
        <translation>따로 잰 실행에서</translation>
    </message>
    <message id="stream.limit">
        <source>this machine&apos;s limit (stops here): {limit}</source>
        <extracomment>{limit}: an amount, as in 3.1 GB</extracomment>
        <label>stream</label>
        <translation>이 컴퓨터의 한계 (여기서 멈춤): {limit}</translation>
    </message>
    <message id="stream.memory">
        <source>Memory while the stream is served</source>
        <label>stream</label>
        <translation>흐름을 내주는 동안의 메모리</translation>
    </message>
    <message id="stream.memory_note">
        <source>what the process grew by</source>
        <label>stream</label>
        <translation>프로세스가 늘어난 만큼</translation>
    </message>
    <message id="stream.stop">
        <source>stopped at {limit}</source>
        <extracomment>{limit}: an amount, as in 256 MB</extracomment>
        <label>stream</label>
        <translation>{limit}에서 멈춤</translation>
    </message>
    <message id="stream.point">
        <source>{style}, n = {items}: {value}</source>
        <extracomment>{style}: as in generator; {items}: as in 10⁶; {value}: an amount</extracomment>
        <label>stream</label>
        <translation>{style}, n = {items}: {value}</translation>
    </message>
    <message id="stream.moment">
        <source>{style}, after {seconds}: {value}</source>
        <extracomment>{style}: as in generator; {seconds}, {value}: amounts</extracomment>
        <label>stream</label>
        <translation>{style}, {seconds} 뒤: {value}</translation>
    </message>
    <message id="stream.code">
        <source>Code as it runs</source>
        <label>stream</label>
        <translation>실행하는 코드</translation>
    </message>
    <message id="stream.waits_here">
        <source>hands over one and waits here</source>
        <label>stream</label>
        <translation>하나를 건네고 여기서 멈춤</translation>
    </message>
    <message id="stream.small">
        <source>recorded small, with n = {count}</source>
        <extracomment>{count}: a number</extracomment>
        <label>stream</label>
        <translation>n = {count}[으로/로] 줄여 기록합니다</translation>
    </message>
    <message id="stream.made">
        <source>Made</source>
        <label>stream</label>
        <translation>만드는 때</translation>
    </message>
    <message id="stream.made_before">
        <source>all, first</source>
        <label>stream</label>
        <translation>처음에 모두</translation>
    </message>
    <message id="stream.made_when_asked">
        <source>one when asked</source>
        <label>stream</label>
        <translation>하나씩 그때그때</translation>
    </message>
    <message id="stream.made_in_chunks">
        <source>65,536 when asked</source>
        <label>stream</label>
        <translation>65,536개씩 그때그때</translation>
    </message>
    <message id="stream.vs">
        <source>vs {style}</source>
        <extracomment>{style}: as in list</extracomment>
        <label>stream</label>
        <translation>{style} 대비</translation>
    </message>
    <message id="stream.vs_none">
        <source>compared</source>
        <label>stream</label>
        <translation>비교</translation>
    </message>
    <message id="stream.serves">
        <source>Endless stream</source>
        <label>stream</label>
        <translation>끝없는 흐름</translation>
    </message>
    <message id="stream.serves_yes">
        <source>✓ can</source>
        <label>stream</label>
        <translation>✓ 됨</translation>
    </message>
    <message id="stream.serves_no">
        <source>✕ cannot</source>
        <label>stream</label>
        <translation>✕ 안 됨</translation>
    </message>
    <message id="stream.earlier">
        <source>Earlier, to the end</source>
        <label>stream</label>
        <translation>이전 실행, 끝까지</translation>
    </message>
    <message id="stream.style_at">
        <source>{style}, {items}</source>
        <extracomment>{style}: as in list; {items}: as in 10⁸</extracomment>
        <label>stream</label>
        <translation>{style}, {items}</translation>
    </message>
    <message id="stream.too_long">
        <source>not measured</source>
        <label>stream</label>
        <translation>재지 않음</translation>
    </message>
    <message id="stream.no_memory">
        <source>Not run: needs about {needed} of memory, {limit} may be used</source>
        <extracomment>{needed}, {limit}: amounts, as in 3.1 GB</extracomment>
        <label>stream</label>
        <translation>실행하지 않음: 메모리가 약 {needed} 필요한데 {limit}까지 쓸 수 있습니다</translation>
    </message>
    <message id="stream.no_time">
        <source>Not run: would take about {needed}, longer than {limit}</source>
        <extracomment>{needed}, {limit}: times</extracomment>
        <label>stream</label>
        <translation>실행하지 않음: 약 {needed} 걸려 {limit}[을/를] 넘습니다</translation>
    </message>
    <message id="stream.failed_before">
        <source>Not run: failed at a smaller size</source>
        <label>stream</label>
        <translation>실행하지 않음: 더 작은 크기에서 실패했습니다</translation>
    </message>
    <message id="stream.outcome">
        <source>What became of it</source>
        <label>stream</label>
        <translation>어떻게 되었나</translation>
    </message>
    <message id="stream.rate">
        <source>Items per second</source>
        <label>stream</label>
        <translation>초당 항목</translation>
    </message>
    <message id="stream.grown">
        <source>Memory grew by</source>
        <label>stream</label>
        <translation>늘어난 메모리</translation>
    </message>
    <message id="stream.a_second">
        <source>{items} / s</source>
        <extracomment>{items}: a number</extracomment>
        <label>stream</label>
        <translation>{items} / 초</translation>
    </message>
    <message id="stream.was_served">
        <source>✓ served as long as we asked: {seconds}</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✓ 달라는 동안 내줌: {seconds}</translation>
    </message>
    <message id="stream.memory_full">
        <source>✕ stopped after {seconds}: memory full, not one item</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✕ {seconds} 뒤 멈춤: 메모리가 차도록 한 항목도 못 냄</translation>
    </message>
    <message id="stream.time_up">
        <source>✕ stopped after {seconds}: time up, not one item</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✕ {seconds} 뒤 멈춤: 시간이 다 되도록 한 항목도 못 냄</translation>
    </message>
    <message id="stream.refused">
        <source>✕ refused at once: {said}</source>
        <extracomment>{said}: what Python says</extracomment>
        <label>stream</label>
        <translation>✕ 바로 거절됨: {said}</translation>
    </message>
    <message id="stream.timing">
        <source>{style}: time at n = {items}</source>
        <extracomment>{style}: as in list; {items}: as in 10⁶</extracomment>
        <label>stream</label>
        <translation>{style}: n = {items}의 시간</translation>
    </message>
    <message id="stream.tracing">
        <source>{style}: memory at n = {items}</source>
        <extracomment>{style}: as in list; {items}: as in 10⁶</extracomment>
        <label>stream</label>
        <translation>{style}: n = {items}의 메모리</translation>
    </message>
    <message id="stream.serving">
        <source>{style}: endless stream</source>
        <extracomment>{style}: as in list</extracomment>
        <label>stream</label>
        <translation>{style}: 끝없는 흐름</translation>
    </message>
    <message id="stream.run_growth">
        <source>n = {sizes}: {styles}</source>
        <extracomment>{sizes}: as in 10³ … 10⁶; {styles}: a list</extracomment>
        <label>stream</label>
        <translation>n = {sizes}: {styles}</translation>
    </message>
    <message id="stream.run_endless">
        <source>Endless stream: {styles}</source>
        <extracomment>{styles}: a list</extracomment>
        <label>stream</label>
        <translation>끝없는 흐름: {styles}</translation>
    </message>
    <message id="stream.sums_alike">
        <source>every style comes to the same sum</source>
        <label>stream</label>
        <translation>모든 방식에서 합이 같음</translation>
    </message>
    <message id="stream.sums_differ">
        <source>the sums differ: something is wrong</source>
        <label>stream</label>
        <translation>합이 서로 다름: 무언가 잘못되었음</translation>
    </message>
    <message id="stream.nothing_yet">
        <source>Nothing measured yet. Run compares making all items first with making each when it is asked for.</source>
        <label>stream</label>
        <translation>아직 잰 것이 없습니다. 실행하면 모두 미리 만드는 것과 그때그때 만드는 것을 견줍니다.</translation>
    </message>
    <message id="stream.measuring">
        <source>Measuring. What the numbers say will stand here.</source>
        <label>stream</label>
        <translation>재는 중입니다. 숫자가 말하는 것이 여기에 나옵니다.</translation>
    </message>
    <message id="stream.one_kind">
        <source>Only eager or only lazy styles were measured: choose one of each to compare.</source>
        <label>stream</label>
        <translation>미리 만드는 방식만 또는 그때그때 만드는 방식만 쟀습니다. 견주려면 하나씩 고르세요.</translation>
    </message>
    <message id="stream.first_alike">
        <source>{lazy} has its first item about as soon here.</source>
        <extracomment>{lazy}: a style; {times}: a number</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 여기서 첫 항목을 비슷한 때에 냅니다.</translation>
    </message>
    <message id="stream.first_sooner">
        <source>{lazy} has its first item about {times} times sooner.</source>
        <extracomment>{lazy}: a style; {times}: a number</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 냅니다.</translation>
    </message>
    <message id="stream.sooner">
        <source>{lazy} has its first item about {times} times sooner and needs about 1/{share} of the memory. To the end both take about as long.</source>
        <extracomment>{lazy}: a style; {times}, {share}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내고, 최대 메모리는 약 {share}분의 1입니다. 끝까지 걸리는 시간은 거의 같습니다.</translation>
    </message>
    <message id="stream.sooner_unclear">
        <source>{lazy} has its first item about {times} times sooner and needs about 1/{share} of the memory. Which is through first the repeats do not tell.</source>
        <extracomment>{lazy}: a style; {times}, {share}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내고, 최대 메모리는 약 {share}분의 1입니다. 어느 쪽이 먼저 끝나는지는 반복한 값만으로 알 수 없습니다.</translation>
    </message>
    <message id="stream.sooner_longer">
        <source>{lazy} has its first item about {times} times sooner and needs about 1/{share} of the memory. To the end it takes {longer} times as long.</source>
        <extracomment>{lazy}: a style; {times}, {share}, {longer}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내고, 최대 메모리는 약 {share}분의 1입니다. 끝까지는 {longer}배 오래 걸립니다.</translation>
    </message>
    <message id="stream.sooner_shorter">
        <source>{lazy} has its first item about {times} times sooner and needs about 1/{share} of the memory. To the end it is {shorter} times as fast.</source>
        <extracomment>{lazy}: a style; {times}, {share}, {shorter}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내고, 최대 메모리는 약 {share}분의 1입니다. 끝까지도 {shorter}배 빠릅니다.</translation>
    </message>
    <message id="stream.beside">
        <source>At n = {items}, beside {eager}.</source>
        <extracomment>{items}: as in 10⁶; {eager}: a style</extracomment>
        <label>stream</label>
        <translation>n = {items}일 때 {eager} 방식과 비교.</translation>
    </message>
    <message id="stream.stays">
        <source>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold; that of {lazy} stayed as it was.</source>
        <extracomment>{items}, {eager_times}: numbers; {eager}, {lazy}: styles</extracomment>
        <label>stream</label>
        <translation>n이 {items}배 커지는 동안 {eager}의 메모리는 {eager_times}배가 되었고, {lazy}의 메모리는 그대로입니다.</translation>
    </message>
    <message id="stream.grows">
        <source>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold and that of {lazy} {lazy_times}-fold.</source>
        <extracomment>{items}, {eager_times}, {lazy_times}: numbers; {eager}, {lazy}: styles</extracomment>
        <label>stream</label>
        <translation>n이 {items}배 커지는 동안 {eager}의 메모리는 {eager_times}배, {lazy}의 메모리는 {lazy_times}배가 되었습니다.</translation>
    </message>
    <message id="stream.not_faster">
        <source>Lazy is not faster: it does not make what nobody has asked for yet.</source>
        <label>stream</label>
        <translation>더 빠른 것이 아니라, 아무도 달라고 하지 않은 것을 미리 만들지 않는 것입니다.</translation>
    </message>
    <message id="stream.so_far">
        <source>So far: the run goes on.</source>
        <label>stream</label>
        <translation>지금까지의 결과이며, 실행이 이어지고 있습니다.</translation>
    </message>
    <message id="stream.flat">
        <source>While {items} items passed, their memory grew by no more than {grown}.</source>
        <extracomment>{items}: a number; {grown}: an amount</extracomment>
        <label>stream</label>
        <translation>항목 {items}개가 지나가는 동안 메모리는 많아야 {grown} 늘었습니다.</translation>
    </message>
    <message id="stream.served" numerus="yes">
        <source>%n styles serve a stream without an end; the first item was there after at most {first}.</source>
        <extracomment>{first}: a time</extracomment>
        <label>stream</label>
        <translation>
            <numerusform>방식 %n개가 끝없는 흐름을 내줍니다. 첫 항목은 늦어도 {first} 뒤에 나왔습니다.</numerusform>
        </translation>
    </message>
    <message id="stream.stopped" numerus="yes">
        <source>%n want all items first, and never had one: they were stopped.</source>
        <label>stream</label>
        <translation>
            <numerusform>%n개는 모든 항목을 먼저 만들려다 하나도 내지 못해 멈추었습니다.</numerusform>
        </translation>
    </message>
    <message id="stream.some_failed" numerus="yes">
        <source>%n styles failed; their rows say why.</source>
        <label>stream</label>
        <translation>
            <numerusform>방식 %n개가 실패했습니다. 까닭은 그 줄에 있습니다.</numerusform>
        </translation>
    </message>
    <message id="command.room_shared_memory">
        <source>Shared-memory lab</source>
        <label>command</label>
        <translation>공유 메모리 실험실</translation>
    </message>
    <message id="shm.methods">
        <source>Methods</source>
        <label>shm</label>
        <translation>방법</translation>
    </message>
    <message id="shm.files">
        <source>Tables</source>
        <label>shm</label>
        <translation>표</translation>
    </message>
    <message id="shm.rows">
        <source>Rows each</source>
        <label>shm</label>
        <translation>표마다 행</translation>
    </message>
    <message id="shm.workers">
        <source>Workers</source>
        <label>shm</label>
        <translation>작업자</translation>
    </message>
    <message id="shm.more">
        <source>Options</source>
        <label>shm</label>
        <translation>선택 사항</translation>
    </message>
    <message id="shm.options_title">
        <source>Options of the shared-memory lab</source>
        <label>shm</label>
        <translation>공유 메모리 실험실 선택 사항</translation>
    </message>
    <message id="shm.sources">
        <source>Tables from</source>
        <label>shm</label>
        <translation>표의 출처</translation>
    </message>
    <message id="shm.tables_are_made">
        <source>made anew for each run, the same every time</source>
        <label>shm</label>
        <translation>실행할 때마다 똑같이 새로 만듦</translation>
    </message>
    <message id="shm.add_files">
        <source>Own files…</source>
        <label>shm</label>
        <translation>내 파일…</translation>
    </message>
    <message id="shm.table_files">
        <source>Tables as text (*.tsv *.txt *.csv *.dat);;All files (*)</source>
        <label>shm</label>
        <translation>텍스트 표 (*.tsv *.txt *.csv *.dat);;모든 파일 (*)</translation>
    </message>
    <message id="shm.generated">
        <source>Make tables instead</source>
        <label>shm</label>
        <translation>표를 새로 만들기</translation>
    </message>
    <message id="shm.own_files" numerus="yes">
        <source>%n own files</source>
        <label>shm</label>
        <translation>
            <numerusform>내 파일 %n개</numerusform>
        </translation>
    </message>
    <message id="shm.reader">
        <source>Parsed by</source>
        <label>shm</label>
        <translation>읽는 방법</translation>
    </message>
    <message id="shm.reader_loadtxt">
        <source>np.loadtxt, as in the document</source>
        <label>shm</label>
        <translation>문서처럼 np.loadtxt</translation>
    </message>
    <message id="shm.reader_fast">
        <source>the fast reader (Arrow)</source>
        <label>shm</label>
        <translation>빠른 읽기 (Arrow)</translation>
    </message>
    <message id="shm.output">
        <source>HDF5 file</source>
        <label>shm</label>
        <translation>HDF5 파일</translation>
    </message>
    <message id="shm.no_file">
        <source>none</source>
        <label>shm</label>
        <translation>쓰지 않음</translation>
    </message>
    <message id="shm.own_file">
        <source>in the lab&apos;s own folder</source>
        <label>shm</label>
        <translation>실험실 폴더에</translation>
    </message>
    <message id="shm.choose_file">
        <source>at a place of your choice…</source>
        <label>shm</label>
        <translation>위치 고르기…</translation>
    </message>
    <message id="shm.compression">
        <source>Compression</source>
        <label>shm</label>
        <translation>압축</translation>
    </message>
    <message id="shm.uncompressed">
        <source>uncompressed</source>
        <label>shm</label>
        <translation>압축 안 함</translation>
    </message>
    <message id="shm.chunk_rows">
        <source>Rows of a chunk</source>
        <label>shm</label>
        <translation>청크의 행 수</translation>
    </message>
    <message id="shm.one_piece">
        <source>one piece, or as HDF5 chooses</source>
        <label>shm</label>
        <translation>한 덩어리 (또는 HDF5가 정함)</translation>
    </message>
    <message id="shm.scheduler">
        <source>Dask scheduler elsewhere</source>
        <label>shm</label>
        <translation>다른 곳의 Dask 스케줄러</translation>
    </message>
    <message id="shm.ask_sweep">
        <source>Find from which size on shared memory wins</source>
        <label>shm</label>
        <translation>공유 메모리가 이기기 시작하는 크기 찾기</translation>
    </message>
    <message id="shm.ask_growth">
        <source>See how time grows with the rows</source>
        <label>shm</label>
        <translation>행이 늘 때 시간이 어떻게 느는지 보기</translation>
    </message>
    <message id="shm.ask_kill">
        <source>Kill a worker on purpose, to see what stays</source>
        <label>shm</label>
        <translation>작업자를 일부러 죽여 무엇이 남는지 보기</translation>
    </message>
    <message id="shm.close">
        <source>Close</source>
        <label>shm</label>
        <translation>닫기</translation>
    </message>
    <message id="shm.too_much">
        <source>{rows} of rows do not fit into this machine&apos;s {memory} of memory. Take fewer rows or tables.</source>
        <extracomment>{rows}, {memory}: amounts, as in 2.60 GB</extracomment>
        <label>shm</label>
        <translation>행 {rows}[은/는] 이 컴퓨터의 메모리 {memory}에 들어가지 않습니다. 행이나 표를 줄이세요.</translation>
    </message>
    <message id="shm.not_run">
        <source>Not run.</source>
        <label>shm</label>
        <translation>실행하지 않았습니다.</translation>
    </message>
    <message id="shm.doing_tables">
        <source>Tables are made</source>
        <label>shm</label>
        <translation>표를 만드는 중</translation>
    </message>
    <message id="shm.doing_limits">
        <source>What this machine can do is measured</source>
        <label>shm</label>
        <translation>이 컴퓨터의 한계를 재는 중</translation>
    </message>
    <message id="shm.doing_starting">
        <source>The methods are started</source>
        <label>shm</label>
        <translation>방법들을 시작하는 중</translation>
    </message>
    <message id="shm.doing_watched">
        <source>{name}: a run that is watched</source>
        <extracomment>{name}: a method, as in shm-pool</extracomment>
        <label>shm</label>
        <translation>{name}: 지켜보며 실행 중</translation>
    </message>
    <message id="shm.doing_sweep">
        <source>Sizes are swept</source>
        <label>shm</label>
        <translation>크기를 바꿔 가며 재는 중</translation>
    </message>
    <message id="shm.doing_growth">
        <source>Growth with the rows is measured</source>
        <label>shm</label>
        <translation>행을 늘려 가며 재는 중</translation>
    </message>
    <message id="shm.doing_killed">
        <source>A worker was killed on purpose</source>
        <label>shm</label>
        <translation>작업자를 일부러 죽였습니다</translation>
    </message>
    <message id="shm.doing_file">
        <source>The file is written</source>
        <label>shm</label>
        <translation>파일을 썼습니다</translation>
    </message>
    <message id="shm.doing_over">
        <source>What is left is looked for</source>
        <label>shm</label>
        <translation>남은 것이 있는지 보는 중</translation>
    </message>
    <message id="shm.run_line">
        <source>{size}  ·  {methods}</source>
        <extracomment>{size}: an amount; {methods}: names</extracomment>
        <label>shm</label>
        <translation>자료 {size}  ·  {methods}</translation>
    </message>
    <message id="shm.stages">
        <source>Time by stage</source>
        <label>shm</label>
        <translation>단계별 시간</translation>
    </message>
    <message id="shm.note_range" numerus="yes">
        <source>median of %n repeats, whiskers are the range</source>
        <label>shm</label>
        <translation>
            <numerusform>%n회 반복의 중앙값, 수염은 범위</numerusform>
        </translation>
    </message>
    <message id="shm.note_interval" numerus="yes">
        <source>median of %n repeats, whiskers are the 95 % interval</source>
        <label>shm</label>
        <translation>
            <numerusform>%n회 반복의 중앙값, 수염은 95 % 구간</numerusform>
        </translation>
    </message>
    <message id="shm.load">
        <source>load</source>
        <label>shm</label>
        <translation>읽기</translation>
    </message>
    <message id="shm.transfer">
        <source>transfer</source>
        <label>shm</label>
        <translation>전달</translation>
    </message>
    <message id="shm.write">
        <source>write</source>
        <label>shm</label>
        <translation>쓰기</translation>
    </message>
    <message id="shm.total">
        <source>total</source>
        <label>shm</label>
        <translation>전체</translation>
    </message>
    <message id="shm.method">
        <source>method</source>
        <label>shm</label>
        <translation>방법</translation>
    </message>
    <message id="shm.seconds">
        <source>Seconds</source>
        <label>shm</label>
        <translation>초</translation>
    </message>
    <message id="shm.gb_s">
        <source>GB/s</source>
        <label>shm</label>
        <translation>초당 GB</translation>
    </message>
    <message id="shm.rate">
        <source>Rate of the transfer</source>
        <label>shm</label>
        <translation>전달 속도</translation>
    </message>
    <message id="shm.limit_disk">
        <source>disk</source>
        <label>shm</label>
        <translation>디스크</translation>
    </message>
    <message id="shm.limit_first_touch">
        <source>first touch</source>
        <label>shm</label>
        <translation>처음 쓰기</translation>
    </message>
    <message id="shm.limit_memcpy">
        <source>memcpy</source>
        <label>shm</label>
        <translation>메모리 복사</translation>
    </message>
    <message id="shm.copies">
        <source>copies</source>
        <label>shm</label>
        <translation>복사</translation>
    </message>
    <message id="shm.peak">
        <source>peak PSS</source>
        <label>shm</label>
        <translation>최대 PSS</translation>
    </message>
    <message id="shm.times">
        <source>× payload</source>
        <label>shm</label>
        <translation>자료의 배수</translation>
    </message>
    <message id="shm.memory_title">
        <source>Memory</source>
        <label>shm</label>
        <translation>메모리</translation>
    </message>
    <message id="shm.memory_note">
        <source>{name}, the run that was watched</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>{name}, 지켜본 실행</translation>
    </message>
    <message id="shm.process">
        <source>Whose memory</source>
        <label>shm</label>
        <translation>누구의 메모리</translation>
    </message>
    <message id="shm.all">
        <source>all processes</source>
        <label>shm</label>
        <translation>모든 프로세스</translation>
    </message>
    <message id="shm.parent">
        <source>parent</source>
        <label>shm</label>
        <translation>부모</translation>
    </message>
    <message id="shm.worker">
        <source>worker {number}</source>
        <extracomment>{number}: from 1</extracomment>
        <label>shm</label>
        <translation>작업자 {number}</translation>
    </message>
    <message id="shm.manager">
        <source>manager</source>
        <label>shm</label>
        <translation>관리자</translation>
    </message>
    <message id="shm.tracker">
        <source>resource tracker</source>
        <label>shm</label>
        <translation>자원 추적기</translation>
    </message>
    <message id="shm.time">
        <source>time</source>
        <label>shm</label>
        <translation>시간</translation>
    </message>
    <message id="shm.memory_point">
        <source>{kind}: {size} at {seconds}</source>
        <extracomment>{kind}: RSS, PSS or USS; {size}: an amount; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{kind}: {seconds}에 {size}</translation>
    </message>
    <message id="shm.stage_started">
        <source>ready</source>
        <label>shm</label>
        <translation>준비</translation>
    </message>
    <message id="shm.stage_loaded">
        <source>parsed</source>
        <label>shm</label>
        <translation>읽음</translation>
    </message>
    <message id="shm.stage_transferred">
        <source>with the parent</source>
        <label>shm</label>
        <translation>부모에게</translation>
    </message>
    <message id="shm.stage_written">
        <source>written</source>
        <label>shm</label>
        <translation>씀</translation>
    </message>
    <message id="shm.stage_dropped">
        <source>let go</source>
        <label>shm</label>
        <translation>놓음</translation>
    </message>
    <message id="shm.stage_ended">
        <source>over</source>
        <label>shm</label>
        <translation>끝</translation>
    </message>
    <message id="shm.stages_of_run">
        <source>Stages of the run</source>
        <label>shm</label>
        <translation>실행의 단계</translation>
    </message>
    <message id="shm.segments">
        <source>Segments</source>
        <label>shm</label>
        <translation>세그먼트</translation>
    </message>
    <message id="shm.live">
        <source>{name}, now, {seconds} after its start</source>
        <extracomment>{name}: a method; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name}, 지금, 시작 후 {seconds}</translation>
    </message>
    <message id="shm.replayed">
        <source>{name}, replay at {seconds}</source>
        <extracomment>{name}: a method; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name}, {seconds} 때 다시 보기</translation>
    </message>
    <message id="shm.replay">
        <source>Play the run again</source>
        <label>shm</label>
        <translation>실행 다시 보기</translation>
    </message>
    <message id="shm.not_watched">
        <source>Run the lab: here you see who has which segment mapped, moment by moment.</source>
        <label>shm</label>
        <translation>실험을 실행하면 누가 어떤 세그먼트를 매핑하고 있는지 순간순간 볼 수 있습니다.</translation>
    </message>
    <message id="shm.mapped_files">
        <source>mapped files</source>
        <label>shm</label>
        <translation>매핑된 파일</translation>
    </message>
    <message id="shm.no_segments">
        <source>no segments</source>
        <label>shm</label>
        <translation>세그먼트 없음</translation>
    </message>
    <message id="shm.channel_pickle">
        <source>Pickled into bytes, through a pipe, and unpickled</source>
        <label>shm</label>
        <translation>피클로 바이트가 되어 파이프를 지나 다시 배열로</translation>
    </message>
    <message id="shm.channel_pipe">
        <source>The bytes go through a pipe as they are</source>
        <label>shm</label>
        <translation>바이트가 그대로 파이프를 지남</translation>
    </message>
    <message id="shm.channel_threads">
        <source>Threads have the parent&apos;s own memory</source>
        <label>shm</label>
        <translation>스레드는 부모의 메모리를 함께 씀</translation>
    </message>
    <message id="shm.channel_dask">
        <source>Pickled and sent over TCP</source>
        <label>shm</label>
        <translation>피클로 바꾸어 TCP로 보냄</translation>
    </message>
    <message id="shm.copied" numerus="yes">
        <source>%n copies of the data</source>
        <label>shm</label>
        <translation>
            <numerusform>자료 복사 %n번</numerusform>
        </translation>
    </message>
    <message id="shm.not_copied">
        <source>nothing is copied</source>
        <label>shm</label>
        <translation>복사 없음</translation>
    </message>
    <message id="shm.mapped_by">
        <source>mapped by {who}</source>
        <extracomment>{who}: processes</extracomment>
        <label>shm</label>
        <translation>매핑: {who}</translation>
    </message>
    <message id="shm.mapped_by_many" numerus="yes">
        <source>mapped by %n processes</source>
        <label>shm</label>
        <translation>
            <numerusform>프로세스 %n개가 매핑</numerusform>
        </translation>
    </message>
    <message id="shm.mapped_by_nobody">
        <source>nobody has it mapped</source>
        <label>shm</label>
        <translation>아무도 매핑하지 않음</translation>
    </message>
    <message id="shm.unlinked">
        <source>unlinked: gone</source>
        <label>shm</label>
        <translation>언링크됨: 사라짐</translation>
    </message>
    <message id="shm.own">
        <source>own {size}</source>
        <extracomment>{size}: an amount</extracomment>
        <label>shm</label>
        <translation>자기 것 {size}</translation>
    </message>
    <message id="shm.ended">
        <source>has ended</source>
        <label>shm</label>
        <translation>끝났음</translation>
    </message>
    <message id="shm.has_mapped" numerus="yes">
        <source>maps %n</source>
        <label>shm</label>
        <translation>
            <numerusform>%n개 매핑 중</numerusform>
        </translation>
    </message>
    <message id="shm.has_closed">
        <source>has closed</source>
        <label>shm</label>
        <translation>닫았음</translation>
    </message>
    <message id="shm.has_none">
        <source>maps none</source>
        <label>shm</label>
        <translation>매핑 없음</translation>
    </message>
    <message id="shm.and_more">
        <source>+{count} more</source>
        <extracomment>{count}: a number</extracomment>
        <label>shm</label>
        <translation>+{count}개 더</translation>
    </message>
    <message id="shm.at">
        <source>At {seconds}</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{seconds} 때</translation>
    </message>
    <message id="shm.leaks">
        <source>Leak check</source>
        <label>shm</label>
        <translation>누수 검사</translation>
    </message>
    <message id="shm.made">
        <source>made</source>
        <label>shm</label>
        <translation>만듦</translation>
    </message>
    <message id="shm.gone">
        <source>unlinked</source>
        <label>shm</label>
        <translation>언링크</translation>
    </message>
    <message id="shm.left_behind">
        <source>left</source>
        <label>shm</label>
        <translation>남음</translation>
    </message>
    <message id="shm.none">
        <source>none</source>
        <label>shm</label>
        <translation>없음</translation>
    </message>
    <message id="shm.in_the_end">
        <source>in the end</source>
        <label>shm</label>
        <translation>끝에</translation>
    </message>
    <message id="shm.by_script">
        <source>by itself</source>
        <label>shm</label>
        <translation>스스로</translation>
    </message>
    <message id="shm.clean">
        <source>Nothing was left behind</source>
        <label>shm</label>
        <translation>남은 것이 없습니다</translation>
    </message>
    <message id="shm.not_clean">
        <source>Something was left behind</source>
        <label>shm</label>
        <translation>남은 것이 있습니다</translation>
    </message>
    <message id="shm.over_clean">
        <source>When all was over: no segment, no temporary file, no process was left.</source>
        <label>shm</label>
        <translation>모두 끝난 뒤 세그먼트도, 임시 파일도, 프로세스도 남지 않았습니다.</translation>
    </message>
    <message id="shm.over_left">
        <source>When all was over there were left: segments {segments}, folders {files}, processes {processes}.</source>
        <extracomment>numbers</extracomment>
        <label>shm</label>
        <translation>모두 끝난 뒤 남은 것: 세그먼트 {segments}, 폴더 {files}, 프로세스 {processes}.</translation>
    </message>
    <message id="shm.of_others" numerus="yes">
        <source>%n things that dead runs had left were removed before.</source>
        <label>shm</label>
        <translation>
            <numerusform>죽은 실행이 남긴 것 %n개를 먼저 치웠습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.killed">
        <source>A worker killed on purpose: the parent said so after {seconds}; segments that stayed {stayed}, after the run&apos;s clean-up {left}.</source>
        <extracomment>{seconds}: a time; {stayed}, {left}: numbers</extracomment>
        <label>shm</label>
        <translation>작업자를 일부러 죽였더니 부모가 {seconds} 뒤에 알렸습니다. 남은 세그먼트 {stayed}개, 실행의 뒷정리 뒤 {left}개.</translation>
    </message>
    <message id="shm.kill_failed">
        <source>No worker could be killed on purpose: {error}</source>
        <extracomment>{error}: a message</extracomment>
        <label>shm</label>
        <translation>작업자를 일부러 죽이지 못했습니다: {error}</translation>
    </message>
    <message id="shm.file">
        <source>HDF5 file</source>
        <label>shm</label>
        <translation>HDF5 파일</translation>
    </message>
    <message id="shm.show_file">
        <source>Show</source>
        <label>shm</label>
        <translation>보기</translation>
    </message>
    <message id="shm.dataset">
        <source>dataset</source>
        <label>shm</label>
        <translation>데이터셋</translation>
    </message>
    <message id="shm.shape">
        <source>shape</source>
        <label>shm</label>
        <translation>모양</translation>
    </message>
    <message id="shm.stored">
        <source>stored</source>
        <label>shm</label>
        <translation>저장 크기</translation>
    </message>
    <message id="shm.file_line" numerus="yes">
        <source>{name}  ·  {size}  ·  %n datasets</source>
        <extracomment>{name}: a file; {size}: an amount</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>{name}  ·  {size}  ·  데이터셋 %n개</numerusform>
        </translation>
    </message>
    <message id="shm.file_unreadable">
        <source>It cannot be shown: {error}</source>
        <extracomment>{error}: a message</extracomment>
        <label>shm</label>
        <translation>보여 줄 수 없습니다: {error}</translation>
    </message>
    <message id="shm.reading_back">
        <source>It is read back…</source>
        <label>shm</label>
        <translation>다시 읽는 중…</translation>
    </message>
    <message id="shm.file_to_come">
        <source>A run writes it to {path}</source>
        <extracomment>{path}: a path</extracomment>
        <label>shm</label>
        <translation>실행하면 {path}에 씁니다</translation>
    </message>
    <message id="shm.no_file_asked">
        <source>No file is asked for (Options).</source>
        <label>shm</label>
        <translation>파일을 쓰지 않습니다(선택 사항).</translation>
    </message>
    <message id="shm.check_back">
        <source>read back: {rows} rows, the same checksum</source>
        <extracomment>{rows}: a number</extracomment>
        <label>shm</label>
        <translation>다시 읽음: {rows}행, 같은 체크섬</translation>
    </message>
    <message id="shm.check_same" numerus="yes">
        <source>same checksum from %n methods</source>
        <label>shm</label>
        <translation>
            <numerusform>방법 %n개의 체크섬이 같음</numerusform>
        </translation>
    </message>
    <message id="shm.check_streamed">
        <source>written by the parent only, streamed ({name})</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>부모만 썼음, 흘려 씀 ({name})</translation>
    </message>
    <message id="shm.check_parent">
        <source>written by the parent only, when all were there ({name})</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>부모만 썼음, 모두 모인 뒤 ({name})</translation>
    </message>
    <message id="shm.chunked">
        <source>chunks of {rows} rows</source>
        <extracomment>{rows}: a number</extracomment>
        <label>shm</label>
        <translation>{rows}행 청크</translation>
    </message>
    <message id="shm.contiguous">
        <source>contiguous</source>
        <label>shm</label>
        <translation>연속</translation>
    </message>
    <message id="shm.first_rows">
        <source>First rows</source>
        <label>shm</label>
        <translation>첫 행들</translation>
    </message>
    <message id="shm.attributes">
        <source>Attributes</source>
        <label>shm</label>
        <translation>속성</translation>
    </message>
    <message id="shm.table_line" numerus="yes">
        <source>{shape}  ·  {size}  ·  first %n rows</source>
        <extracomment>{shape}: as in (500,); {size}: an amount</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>{shape}  ·  {size}  ·  첫 %n행</numerusform>
        </translation>
    </message>
    <message id="shm.sweep">
        <source>From which size on</source>
        <label>shm</label>
        <translation>어느 크기부터</translation>
    </message>
    <message id="shm.sweep_note">
        <source>until the parent has read all, the worker there already</source>
        <label>shm</label>
        <translation>작업자가 이미 있을 때, 부모가 다 읽기까지</translation>
    </message>
    <message id="shm.bytes">
        <source>bytes</source>
        <label>shm</label>
        <translation>바이트</translation>
    </message>
    <message id="shm.no_sweep">
        <source>Sizes were not swept in this run (Options).</source>
        <label>shm</label>
        <translation>이 실행에서는 크기를 바꿔 가며 재지 않았습니다(선택 사항).</translation>
    </message>
    <message id="shm.wins_from">
        <source>Up to {before} the queue is quicker or about as quick; from {size} on shared memory always is.</source>
        <extracomment>{before}, {size}: amounts</extracomment>
        <label>shm</label>
        <translation>{before}까지는 큐가 더 빠르거나 비슷하고, {size}부터는 공유 메모리가 늘 빠릅니다.</translation>
    </message>
    <message id="shm.always_wins">
        <source>Shared memory is quicker at all sizes measured, from {size} on.</source>
        <extracomment>{size}: an amount</extracomment>
        <label>shm</label>
        <translation>잰 크기 모두에서, {size}부터 공유 메모리가 빠릅니다.</translation>
    </message>
    <message id="shm.never_wins">
        <source>At none of the sizes measured shared memory stays quicker than the queue.</source>
        <label>shm</label>
        <translation>잰 크기 어디서도 공유 메모리가 큐보다 계속 빠르지 않습니다.</translation>
    </message>
    <message id="shm.at_largest">
        <source>At {size} it is {times} times as quick.</source>
        <extracomment>{size}: an amount; {times}: a number</extracomment>
        <label>shm</label>
        <translation>{size}에서는 {times}배 빠릅니다.</translation>
    </message>
    <message id="shm.growth">
        <source>Growth with the rows</source>
        <label>shm</label>
        <translation>행에 따른 증가</translation>
    </message>
    <message id="shm.growth_note">
        <source>a whole job, from start to end</source>
        <label>shm</label>
        <translation>처음부터 끝까지 전체 작업</translation>
    </message>
    <message id="shm.rows_axis">
        <source>rows</source>
        <label>shm</label>
        <translation>행</translation>
    </message>
    <message id="shm.no_growth">
        <source>Growth was not measured in this run (Options).</source>
        <label>shm</label>
        <translation>이 실행에서는 증가를 재지 않았습니다(선택 사항).</translation>
    </message>
    <message id="shm.size_point">
        <source>{name} at {size}: {value}</source>
        <extracomment>{name}: a way; {size}, {value}: amounts</extracomment>
        <label>shm</label>
        <translation>{name}, {size}: {value}</translation>
    </message>
    <message id="shm.code">
        <source>Code as it runs</source>
        <label>shm</label>
        <translation>실행되는 코드</translation>
    </message>
    <message id="shm.small">
        <source>Opens a small program of the same in one process.</source>
        <label>shm</label>
        <translation>같은 일을 한 프로세스에서 하는 작은 프로그램을 엽니다.</translation>
    </message>
    <message id="shm.not_stepped">
        <source>There is nothing to see of it in one process.</source>
        <label>shm</label>
        <translation>한 프로세스에서는 볼 것이 없습니다.</translation>
    </message>
    <message id="shm.findings">
        <source>The scripts as printed</source>
        <label>shm</label>
        <translation>문서에 실린 그대로의 스크립트</translation>
    </message>
    <message id="shm.findings_note">
        <source>run in a sandbox: what went wrong, in how many runs</source>
        <label>shm</label>
        <translation>격리해 실행: 무엇이 몇 번 잘못되었나</translation>
    </message>
    <message id="shm.finding">
        <source>what went wrong</source>
        <label>shm</label>
        <translation>잘못된 것</translation>
    </message>
    <message id="shm.finding_hung">
        <source>It waited for ever, and was ended</source>
        <label>shm</label>
        <translation>끝없이 기다려서 끝냈음</translation>
    </message>
    <message id="shm.finding_exception">
        <source>An exception that nobody caught</source>
        <label>shm</label>
        <translation>아무도 잡지 않은 예외</translation>
    </message>
    <message id="shm.finding_wrong_child">
        <source>The wrong child took “done”: a segment was gone before the parent had it</source>
        <label>shm</label>
        <translation>엉뚱한 자식이 “done”을 가져가, 부모가 받기 전에 세그먼트가 사라짐</translation>
    </message>
    <message id="shm.finding_not_closed">
        <source>A mapping that nobody closed</source>
        <label>shm</label>
        <translation>아무도 닫지 않은 매핑</translation>
    </message>
    <message id="shm.finding_tracker">
        <source>A warning of the resource tracker</source>
        <label>shm</label>
        <translation>자원 추적기의 경고</translation>
    </message>
    <message id="shm.finding_left">
        <source>A segment that stayed behind</source>
        <label>shm</label>
        <translation>남은 세그먼트</translation>
    </message>
    <message id="shm.finding_no_file">
        <source>No HDF5 file, which it is all about</source>
        <label>shm</label>
        <translation>정작 필요한 HDF5 파일이 없음</translation>
    </message>
    <message id="shm.nothing_yet">
        <source>Nothing measured yet. Run compares the ways on this machine.</source>
        <label>shm</label>
        <translation>아직 잰 것이 없습니다. 실행하면 이 컴퓨터에서 방법들을 비교합니다.</translation>
    </message>
    <message id="shm.measuring">
        <source>Nothing measured yet: the run goes on.</source>
        <label>shm</label>
        <translation>아직 잰 것이 없고, 실행이 이어지고 있습니다.</translation>
    </message>
    <message id="shm.all_failed">
        <source>No method came through; their rows say why.</source>
        <label>shm</label>
        <translation>끝까지 간 방법이 없습니다. 까닭은 그 줄에 있습니다.</translation>
    </message>
    <message id="shm.faster">
        <source>Shared memory brings {size} to the parent in {shared}; pickling takes {pickled}, {times} times as long.</source>
        <extracomment>{size}: an amount; {shared}, {pickled}: times; {times}: a number; also {by} and {other}: methods</extracomment>
        <label>shm</label>
        <translation>공유 메모리는 {size}[을/를] {shared} 만에 부모에게 전합니다. 피클은 {pickled}, {times}배 걸립니다.</translation>
    </message>
    <message id="shm.slower">
        <source>Pickling brings {size} to the parent in {pickled}; shared memory takes {shared}, {times} times as long: the tables are small.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>피클은 {size}[을/를] {pickled} 만에 부모에게 전합니다. 공유 메모리는 {shared}, {times}배 걸립니다. 표가 작습니다.</translation>
    </message>
    <message id="shm.alike">
        <source>Shared memory ({shared}) and pickling ({pickled}) take about as long to bring {size} to the parent.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>{size}[을/를] 부모에게 전하는 데 공유 메모리({shared})와 피클({pickled})이 비슷하게 걸립니다.</translation>
    </message>
    <message id="shm.unclear">
        <source>Shared memory took {shared}, pickling {pickled} to bring {size} to the parent, but their repeats overlap.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>{size}[을/를] 부모에게 전하는 데 공유 메모리는 {shared}, 피클은 {pickled} 걸렸지만 반복한 값들이 겹칩니다.</translation>
    </message>
    <message id="shm.reused">
        <source>Segments that are used again take {seconds}.</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>shm</label>
        <translation>다시 쓰는 세그먼트는 {seconds} 걸립니다.</translation>
    </message>
    <message id="shm.alone">
        <source>{name} brings {size} to the parent in {seconds}.</source>
        <extracomment>{name}: a method; {size}: an amount; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name}[은/는] {size}[을/를] {seconds} 만에 부모에게 전합니다.</translation>
    </message>
    <message id="shm.parsing_gain">
        <source>Parsing the text is {percent} % of the whole job ({by}), which so gains {gain} %.</source>
        <extracomment>{percent}, {gain}: numbers; {by}: a method</extracomment>
        <label>shm</label>
        <translation>텍스트 읽기가 전체 작업의 {percent} %여서({by}) 전체로는 {gain} % 빨라집니다.</translation>
    </message>
    <message id="shm.parsing_no_gain">
        <source>Parsing the text is {percent} % of the whole job ({by}), which so gains nothing that can be told.</source>
        <extracomment>{percent}: a number; {by}: a method; also {gain}</extracomment>
        <label>shm</label>
        <translation>텍스트 읽기가 전체 작업의 {percent} %여서({by}) 전체로는 나아졌다고 할 수 없습니다.</translation>
    </message>
    <message id="shm.memory">
        <source>At its peak shared memory holds {shared} times the tables, pickling {pickled} times.</source>
        <extracomment>numbers</extracomment>
        <label>shm</label>
        <translation>메모리가 가장 많을 때 공유 메모리는 표의 {shared}배, 피클은 {pickled}배를 씁니다.</translation>
    </message>
    <message id="shm.same_table" numerus="yes">
        <source>All %n methods gave the same table.</source>
        <label>shm</label>
        <translation>
            <numerusform>방법 %n개가 모두 같은 표를 냈습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.other_table" numerus="yes">
        <source>The %n methods did not give the same table.</source>
        <label>shm</label>
        <translation>
            <numerusform>방법 %n개가 같은 표를 내지 않았습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.leaked" numerus="yes">
        <source>%n segments were left behind.</source>
        <label>shm</label>
        <translation>
            <numerusform>세그먼트 %n개가 남았습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.nothing_left">
        <source>No segment was left behind.</source>
        <label>shm</label>
        <translation>남은 세그먼트가 없습니다.</translation>
    </message>
    <message id="shm.some_failed" numerus="yes">
        <source>%n methods failed; their rows say why.</source>
        <label>shm</label>
        <translation>
            <numerusform>방법 %n개가 실패했습니다. 까닭은 그 줄에 있습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.so_far">
        <source>So far: the run goes on.</source>
        <label>shm</label>
        <translation>지금까지의 결과이며, 실행이 이어지고 있습니다.</translation>
    </message>
    <message id="shm.scripts_wrong" numerus="yes">
        <source>%n scripts as printed went wrong; the table below says how.</source>
        <label>shm</label>
        <translation>
            <numerusform>문서에 실린 스크립트 %n개가 잘못되었습니다. 아래 표에 어떻게 잘못되었는지 있습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.limits">
        <source>{name} reaches {rate}: {percent} % of what the first write into new shared memory allows ({first}). Copying in memory does {memcpy}, which only segments that are used again come near.</source>
        <extracomment>{name}: a method; {rate}, {first}, {memcpy}: as in 1.03 GB/s; {percent}: a number</extracomment>
        <label>shm</label>
        <translation>{name}의 속도는 {rate}이며, 새 공유 메모리에 처음 쓸 때의 한계({first})의 {percent} %입니다. 메모리 안의 복사는 {memcpy}인데, 다시 쓰는 세그먼트만 그에 가까워집니다.</translation>
    </message>
    <message id="shm.dask_now">
        <source>Dask: {start} until its cluster is ready. Once it is, the job takes no longer than with {name}.</source>
        <extracomment>{start}: a time; {name}: a method</extracomment>
        <label>shm</label>
        <translation>Dask: 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에는 {name}보다 오래 걸리지 않습니다.</translation>
    </message>
    <message id="shm.dask_never">
        <source>Dask: {start} until its cluster is ready. Once it is, the job takes {extra} longer than with {name}; no number of workers makes up for what bringing the tables over the network takes.</source>
        <extracomment>as above; {extra}: a time</extracomment>
        <label>shm</label>
        <translation>Dask: 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에도 {name}보다 {extra} 더 걸리며, 표를 네트워크로 전하는 시간은 작업자를 늘려도 메워지지 않습니다.</translation>
    </message>
    <message id="shm.dask_workers" numerus="yes">
        <source>Dask: {start} until its cluster is ready. Once it is, the job takes {extra} longer than with {name}; from about %n workers on it would take less, if parsing divides among them and the network is as fast as here.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>Dask: 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에는 {name}보다 {extra} 더 걸리지만, 읽기가 작업자들에게 나뉘고 네트워크가 여기만큼 빠르다면 작업자 %n개쯤부터 더 빨라집니다.</numerusform>
        </translation>
    </message>
    <message id="shm.dask_elsewhere">
        <source>The workers of the scheduler are none of this run&apos;s processes: their memory is not counted.</source>
        <label>shm</label>
        <translation>스케줄러의 작업자는 이 실행의 프로세스가 아니므로 그 메모리는 세지 않았습니다.</translation>
    </message>
    <message id="shm.reader_pays">
        <source>The fast reader takes {cost} to import; with that it pays from {least} rows on. At {rows} rows it is {times} times as fast as np.loadtxt.</source>
        <extracomment>{cost}: a time; {least}, {rows}, {times}: numbers</extracomment>
        <label>shm</label>
        <translation>빠른 읽기는 임포트에 {cost} 걸리며, 이를 쳐도 {least}행부터 이득입니다. {rows}행에서는 np.loadtxt보다 {times}배 빠릅니다.</translation>
    </message>
    <message id="shm.reader_never">
        <source>The fast reader takes {cost} to import; with that it does not pay at the sizes measured. At {rows} rows it is {times} times as fast as np.loadtxt.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>빠른 읽기는 임포트에 {cost} 걸리며, 이를 치면 잰 크기에서는 이득이 아닙니다. {rows}행에서는 np.loadtxt의 {times}배 빠르기입니다.</translation>
    </message>
    <message id="shm.threads_free">
        <source>Threads have nothing to bring, but parse in {load}, {times} times as long as processes ({quickest}).</source>
        <extracomment>{load}, {quickest}: times; {times}: a number</extracomment>
        <label>shm</label>
        <translation>스레드는 전할 것이 없지만 읽기가 {load}[으로/로] 프로세스({quickest})의 {times}배입니다.</translation>
    </message>
    <message id="shm.threads">
        <source>Threads have nothing to bring, but parse in {load}, {times} times as long as processes ({quickest}): one at a time holds the GIL.</source>
        <extracomment>{load}, {quickest}: times; {times}: a number</extracomment>
        <label>shm</label>
        <translation>스레드는 전할 것이 없지만 읽기가 {load}[으로/로] 프로세스({quickest})의 {times}배입니다. GIL을 한 번에 하나만 쥐기 때문입니다.</translation>
    </message>
</context>
</TS>
