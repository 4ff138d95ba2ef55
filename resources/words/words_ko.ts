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
        <translation>내놓음</translation>
    </message>
    <message id="raised">
        <source>raised</source>
        <label>picture</label>
        <translation>발생</translation>
    </message>
    <message id="passing">
        <source>passes</source>
        <extracomment>in a frame&apos;s card: the row of an exception that comes from a called frame</extracomment>
        <label>picture</label>
        <translation>전파</translation>
    </message>
    <message id="ended-call">
        <source>ended</source>
        <extracomment>in the head of a frame whose call has ended, which a traceback keeps</extracomment>
        <label>picture</label>
        <translation>끝남</translation>
    </message>
    <message id="current-exception">
        <source>exception</source>
        <extracomment>in a frame&apos;s card: the row of an exception for which an except or finally block runs, without a name</extracomment>
        <label>picture</label>
        <translation>예외</translation>
    </message>
    <message id="pending">
        <source>pending</source>
        <extracomment>in a frame&apos;s card: the row of an object that an unfinished expression holds</extracomment>
        <label>picture</label>
        <translation>계산 중</translation>
    </message>
    <message id="not-caught">
        <source>not caught</source>
        <label>picture</label>
        <translation>처리되지 않음</translation>
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
        <translation>해제되지 않음, 세지 않음</translation>
    </message>
    <message id="not-known">
        <source>reference count unknown</source>
        <label>picture</label>
        <translation>참조 횟수를 알 수 없음</translation>
    </message>
    <message id="count-before">
        <source>was {count}</source>
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
        <source>%n objects collapsed</source>
        <label>picture</label>
        <translation>
            <numerusform>객체 %n개 접힘</numerusform>
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
        <translation>부모 클래스</translation>
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
    <message id="thread-holds">
        <source>holds {object}</source>
        <extracomment>{object}: the name of a lock</extracomment>
        <label>picture</label>
        <translation>{object}[을/를] 잡고 있음</translation>
    </message>
    <message id="thread-waits">
        <source>waits for {object}</source>
        <extracomment>{object}: the name of a lock, a thread or a queue</extracomment>
        <label>picture</label>
        <translation>{object}[을/를] 기다림</translation>
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
        <source>awaits</source>
        <label>picture</label>
        <translation>기다림</translation>
    </message>
    <message id="next-is">
        <source>next is [{index}]</source>
        <extracomment>in an iterator&apos;s card, below the row of what it walks over; {index}: a position, from 0 on</extracomment>
        <label>picture</label>
        <translation>다음은 [{index}]</translation>
    </message>
    <message id="used-up">
        <source>exhausted</source>
        <label>picture</label>
        <translation>소진됨</translation>
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
        <translation>{function}의 {line}번 줄에서 발생</translation>
    </message>
    <message id="passed-through">
        <source>through {function}, line {line}</source>
        <extracomment>{function}: a name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>{function}의 {line}번 줄로 전파</translation>
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
    <message id="further-rows">
        <source>and {n} more</source>
        <extracomment>{n}: a number; nothing opens them</extracomment>
        <label>picture</label>
        <translation>그 밖에 {n}개</translation>
    </message>
    <message id="fewer-rows">
        <source>⋮ fewer</source>
        <extracomment>a click folds an opened card again</extracomment>
        <label>picture</label>
        <translation>⋮ 접기</translation>
    </message>
    <message id="inner-attributes">
        <source>⋮ {n} of {base}</source>
        <extracomment>{n}: a number; {base}: the class of a library that keeps these attributes</extracomment>
        <label>picture</label>
        <translation>⋮ {base}의 속성 {n}개</translation>
    </message>
    <message id="unrecorded-rows">
        <source>and {n} more, not recorded</source>
        <extracomment>{n}: a number; nothing opens them; a recording has the first 10,000 items of a container</extracomment>
        <label>picture</label>
        <translation>그 밖에 {n}개, 기록되지 않음</translation>
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
        <translation>{line}번 줄</translation>
    </message>
    <message id="evaluation-stack">
        <source>evaluation stack</source>
        <label>picture</label>
        <translation>평가 스택</translation>
    </message>
    <message id="stack-value">
        <source>value {number} on the stack:</source>
        <extracomment>{number}: 1, 2, …, from the bottom; an object follows</extracomment>
        <label>picture</label>
        <translation>스택의 {number}번째 값:</translation>
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
            <numerusform>객체 %n개 중 {shown}개 표시 · {whole} 중 {size}</numerusform>
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
    <message id="heap-note-unknown" numerus="yes">
        <source>%n objects, size unknown</source>
        <label>picture</label>
        <translation>
            <numerusform>객체 %n개 · 크기는 알 수 없음</numerusform>
        </translation>
    </message>
    <message id="text">
        <source>Text</source>
        <extracomment>title of the region of code; LOOK keeps the word</extracomment>
        <label>picture</label>
        <translation>코드</translation>
    </message>
    <message id="text-note">
        <source>program code, one copy however often it is called</source>
        <label>picture</label>
        <translation>몇 번 호출해도 하나뿐</translation>
    </message>
    <message id="addresses-title">
        <source>Address space</source>
        <label>picture</label>
        <translation>주소 공간</translation>
    </message>
    <message id="addresses-title-note">
        <source>from low addresses to high ones; filled: pools with objects of the program</source>
        <label>picture</label>
        <translation>낮은 주소부터 높은 주소까지; 채워진 칸: 프로그램의 객체가 있는 풀</translation>
    </message>
    <message id="addresses-hint">
        <source>select a block to see what its bytes are</source>
        <label>picture</label>
        <translation>블록을 고르면 바이트마다 무엇인지 보입니다</translation>
    </message>
    <message id="addresses-words">
        <source>Words of one object</source>
        <label>picture</label>
        <translation>한 객체의 메모리</translation>
    </message>
    <message id="addresses-unknown">
        <source>not recorded: only the recorder in C can tell where memory lies</source>
        <label>picture</label>
        <translation>기록되지 않음: C로 된 기록기만 메모리의 자리를 알 수 있습니다</translation>
    </message>
    <message id="addresses-pools">
        <source>Blocks of up to 512 bytes</source>
        <label>picture</label>
        <translation>512바이트 이하의 블록</translation>
    </message>
    <message id="addresses-pools-note">
        <source>from Python&apos;s own allocator; ⋯ are blocks of the interpreter and free ones</source>
        <label>picture</label>
        <translation>파이썬의 할당기에서 받은 것; ⋯는 인터프리터의 블록과 빈 블록</translation>
    </message>
    <message id="addresses-pools-plain">
        <source>from Python&apos;s own allocator; ⋯ are blocks of the interpreter or free</source>
        <label>picture</label>
        <translation>파이썬의 할당기에서 받은 것; ⋯는 인터프리터의 블록이거나 빈 블록</translation>
    </message>
    <message id="addresses-pools-again">
        <source>from Python&apos;s own allocator; record the program again to see which blocks are free</source>
        <label>picture</label>
        <translation>파이썬의 할당기에서 받은 것; 빈 블록까지 보려면 다시 기록하세요</translation>
    </message>
    <message id="addresses-no-arena">
        <source>Python&apos;s own allocator is not in use (PYTHONMALLOC)</source>
        <label>picture</label>
        <translation>파이썬의 할당기를 쓰지 않습니다(PYTHONMALLOC)</translation>
    </message>
    <message id="addresses-blocks">
        <source>blocks of {size} bytes</source>
        <extracomment>{size}: bytes of each block</extracomment>
        <label>picture</label>
        <translation>{size}바이트 블록</translation>
    </message>
    <message id="addresses-of">
        <source>{n} blocks in this pool</source>
        <extracomment>{n}: how many blocks a pool has</extracomment>
        <label>picture</label>
        <translation>이 풀에 블록 {n}개</translation>
    </message>
    <message id="addresses-used">
        <source>{used} of {n} blocks in use</source>
        <extracomment>{used}: blocks in use; {n}: blocks of a pool</extracomment>
        <label>picture</label>
        <translation>블록 {n}개 가운데 {used}개 사용 중</translation>
    </message>
    <message id="addresses-array">
        <source>array</source>
        <label>picture</label>
        <translation>배열</translation>
    </message>
    <message id="addresses-table">
        <source>table</source>
        <label>picture</label>
        <translation>테이블</translation>
    </message>
    <message id="addresses-places">
        <source>array, {used} of {places} used</source>
        <extracomment>{used}: items of a list; {places}: how many its array has places for</extracomment>
        <label>picture</label>
        <translation>배열, {places}칸 중 {used}칸 사용</translation>
    </message>
    <message id="addresses-entries">
        <source>table, {used} of {places} used</source>
        <extracomment>{used}: entries of a dict or set; {places}: how many its table has places for</extracomment>
        <label>picture</label>
        <translation>테이블, {places}칸 중 {used}칸 사용</translation>
    </message>
    <message id="addresses-entries-deleted">
        <source>table, {used} of {places} used, {deleted} deleted</source>
        <extracomment>{used}: entries of a dict; {places}: how many its table has places for; {deleted}: places that deleted entries keep until the table is made again</extracomment>
        <label>picture</label>
        <translation>테이블, {places}칸 중 {used}칸 사용, {deleted}칸 삭제됨</translation>
    </message>
    <message id="addresses-freed">
        <source>freed</source>
        <label>picture</label>
        <translation>해제됨</translation>
    </message>
    <message id="addresses-kept">
        <source>freed, kept for reuse</source>
        <label>picture</label>
        <translation>해제됨, 다시 쓰려고 둠</translation>
    </message>
    <message id="addresses-freed-next">
        <source>freed: is next</source>
        <label>picture</label>
        <translation>해제됨: 다음 차례</translation>
    </message>
    <message id="addresses-next">
        <source>next</source>
        <label>picture</label>
        <translation>다음</translation>
    </message>
    <message id="addresses-again">
        <source>{address}, used again</source>
        <extracomment>{address}: the end of the address of a block that was just freed</extracomment>
        <label>picture</label>
        <translation>{address}, 재사용</translation>
    </message>
    <message id="addresses-grown">
        <source>{address}, grew in place</source>
        <extracomment>{address}: the end of the address of a block whose text has grown in it</extracomment>
        <label>picture</label>
        <translation>{address}, 제자리에서 커짐</translation>
    </message>
    <message id="addresses-arena">
        <source>arena</source>
        <label>picture</label>
        <translation>아레나</translation>
    </message>
    <message id="addresses-image">
        <source>interpreter&apos;s own data</source>
        <label>picture</label>
        <translation>인터프리터의 데이터</translation>
    </message>
    <message id="addresses-image-note">
        <source>made with the interpreter, never freed</source>
        <label>picture</label>
        <translation>인터프리터와 함께 만들어져 해제되지 않음</translation>
    </message>
    <message id="addresses-image-more">
        <source>made with the interpreter, never freed; {n} more not shown</source>
        <extracomment>{n}: objects that are not shown</extracomment>
        <label>picture</label>
        <translation>인터프리터와 함께 만들어져 해제되지 않음; {n}개는 표시하지 않음</translation>
    </message>
    <message id="addresses-heap">
        <source>C library&apos;s heap</source>
        <label>picture</label>
        <translation>C 라이브러리의 힙</translation>
    </message>
    <message id="addresses-heap-note">
        <source>blocks of more than 512 bytes, {size} together</source>
        <extracomment>{size}: as in 3.1 KB</extracomment>
        <label>picture</label>
        <translation>512바이트보다 큰 블록, 모두 {size}</translation>
    </message>
    <message id="addresses-code">
        <source>Code of the program</source>
        <label>picture</label>
        <translation>프로그램의 코드</translation>
    </message>
    <message id="addresses-code-note">
        <source>one code object for each function, with its bytecode; sizes of large ones are not known</source>
        <label>picture</label>
        <translation>함수마다 코드 객체 하나, 바이트코드가 그 안에 있음; 큰 것의 크기는 알 수 없음</translation>
    </message>
    <message id="addresses-code-block">
        <source>block of {size} bytes</source>
        <extracomment>{size}: bytes of the block</extracomment>
        <label>picture</label>
        <translation>{size}바이트 블록</translation>
    </message>
    <message id="addresses-split">
        <source>{size} bytes: {collector} collector&apos;s head, {header} header, {payload} contents, {spare} spare</source>
        <extracomment>each is a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size}바이트: 컬렉터 머리 {collector}, 헤더 {header}, 내용 {payload}, 여유 {spare}</translation>
    </message>
    <message id="addresses-split-deleted">
        <source>{size} bytes: {collector} collector&apos;s head, {header} header, {payload} contents, {deleted} deleted entries, {spare} spare</source>
        <extracomment>each is a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size}바이트: 컬렉터 머리 {collector}, 헤더 {header}, 내용 {payload}, 삭제된 항목 {deleted}, 여유 {spare}</translation>
    </message>
    <message id="addresses-split-other">
        <source>{size} bytes: {collector} collector&apos;s head, {header} header, {other} fields of the type</source>
        <extracomment>each is a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size}바이트: 컬렉터 머리 {collector}, 헤더 {header}, 타입의 필드 {other}</translation>
    </message>
    <message id="addresses-split-unknown">
        <source>{size} bytes; how they are divided is not known</source>
        <extracomment>{size}: a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size}바이트; 어떻게 나뉘는지는 알 수 없음</translation>
    </message>
    <message id="word-collector">
        <source>for the collector</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>컬렉터용</translation>
    </message>
    <message id="word-weak-references">
        <source>weak references</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>약한 참조</translation>
    </message>
    <message id="word-dict">
        <source>attributes&apos; dict</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>속성 dict</translation>
    </message>
    <message id="word-count">
        <source>reference count</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="word-type">
        <source>type</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>타입</translation>
    </message>
    <message id="word-length">
        <source>length</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>길이</translation>
    </message>
    <message id="word-items">
        <source>array at</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>배열의 주소</translation>
    </message>
    <message id="word-capacity">
        <source>places</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>칸 수</translation>
    </message>
    <message id="word-table">
        <source>table at</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>테이블의 주소</translation>
    </message>
    <message id="word-own">
        <source>own fields</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>자체 필드</translation>
    </message>
    <message id="word-hash">
        <source>hash</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>해시</translation>
    </message>
    <message id="word-state">
        <source>state</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>상태</translation>
    </message>
    <message id="word-digits">
        <source>digits</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>숫자</translation>
    </message>
    <message id="word-value">
        <source>value</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>값</translation>
    </message>
    <message id="word-characters">
        <source>characters</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>글자</translation>
    </message>
    <message id="word-item">
        <source>item {n}</source>
        <extracomment>a part of an object&apos;s memory; {n}: its place, from 0</extracomment>
        <label>picture</label>
        <translation>항목 {n}</translation>
    </message>
    <message id="word-attributes">
        <source>attributes</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>속성</translation>
    </message>
    <message id="word-indexes">
        <source>indexes</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>인덱스</translation>
    </message>
    <message id="word-entries">
        <source>entries</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>항목</translation>
    </message>
    <message id="word-spare">
        <source>spare</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>여유</translation>
    </message>
    <message id="word-rounding">
        <source>rounding</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>맞춤</translation>
    </message>
    <message id="text-more" numerus="yes">
        <source>program code; %n more not shown</source>
        <label>picture</label>
        <translation>
            <numerusform>프로그램의 코드, 표시하지 않은 것 %n개</numerusform>
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
    <message id="returns-to-line">
        <source>returns to line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>{line}번 줄로 돌아감</translation>
    </message>
    <message id="data">
        <source>Data</source>
        <extracomment>title of the region of global names</extracomment>
        <label>picture</label>
        <translation>데이터</translation>
    </message>
    <message id="data-note">
        <source>global names, live until the end</source>
        <label>picture</label>
        <translation>전역 이름, 끝까지 유지</translation>
    </message>
    <message id="data-note-short">
        <source>global names</source>
        <label>picture</label>
        <translation>전역 이름</translation>
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
    <message id="stack-note-short">
        <source>one frame per call</source>
        <label>picture</label>
        <translation>호출마다 프레임 하나</translation>
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
    <message id="sign-open">
        <source>Show {n} more</source>
        <extracomment>a tool tip, and the name of a button, at “⋮ 27 more”; {n}: a number</extracomment>
        <label>picture</label>
        <translation>{n}개 더 보기</translation>
    </message>
    <message id="sign-open-some">
        <source>Show the next {count} of {n} more</source>
        <extracomment>a tool tip, and the name of a button, at “⋮ 5000 more”; {count}, {n}: numbers</extracomment>
        <label>picture</label>
        <translation>나머지 {n}개 중 {count}개 더 보기</translation>
    </message>
    <message id="sign-fold">
        <source>Show fewer</source>
        <extracomment>a tool tip, and the name of a button, at “⋮ fewer”</extracomment>
        <label>picture</label>
        <translation>접기</translation>
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
        <source>name `{name}` in {scope}</source>
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
        <translation>{holder}의 부모 클래스</translation>
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
        <source>{holder} iterates over it</source>
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
        <source>exception: {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>예외: {holder}</translation>
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
        <source>held temporarily by the interpreter in `{holder}`</source>
        <extracomment>{holder}: the function whose frame holds it, or the module</extracomment>
        <label>who refers</label>
        <translation>`{holder}`에서 인터프리터가 잠시 가리킴</translation>
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
        <source>`{slot}` × {times}, starting at {holder}</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {times}: how often; {holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder}부터 `{slot}` × {times}</translation>
    </message>
    <message id="life-there">
        <source>exists from the first step</source>
        <label>life of an object</label>
        <translation>첫 단계부터 있음</translation>
    </message>
    <message id="life-made">
        <source>first seen after line {line} ran</source>
        <extracomment>{line}: a line number</extracomment>
        <label>life of an object</label>
        <translation>{line}번 줄이 실행된 뒤 처음 보임</translation>
    </message>
    <message id="life-made-in">
        <source>first seen after line {line} of {file} ran</source>
        <extracomment>{line}: a line number; {file}: a file</extracomment>
        <label>life of an object</label>
        <translation>{file} {line}번 줄이 실행된 뒤 처음 보임</translation>
    </message>
    <message id="life-earlier">
        <source>reuses the address of #{serial}</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>#{serial}의 주소를 재사용함</translation>
    </message>
    <message id="life-island">
        <source>from here on, only a reference cycle keeps it alive</source>
        <label>life of an object</label>
        <translation>여기서부터 순환 참조만 이 객체를 살려 둠</translation>
    </message>
    <message id="life-freed">
        <source>freed</source>
        <label>life of an object</label>
        <translation>해제됨</translation>
    </message>
    <message id="life-later">
        <source>#{serial} reuses its address</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>#{serial}[이/가] 이 주소를 재사용함</translation>
    </message>
    <message id="life-class-before">
        <source>was #{serial} until its class changed</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>클래스가 바뀌기 전 번호는 #{serial}</translation>
    </message>
    <message id="life-class-after">
        <source>its class changes: from here on it is #{serial}</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>클래스가 바뀌어 여기서부터 번호는 #{serial}</translation>
    </message>
    <message id="lost-rebound">
        <source>name `{where}` in {scope} was rebound</source>
        <extracomment>{where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>{scope}의 이름 `{where}`에 다른 객체가 할당됨</translation>
    </message>
    <message id="lost-deleted">
        <source>name `{where}` in {scope} was deleted</source>
        <extracomment>{where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>{scope}의 이름 `{where}`[이/가] 삭제됨</translation>
    </message>
    <message id="lost-frame-ended">
        <source>the call to `{scope}` ended, and its name `{where}` with it</source>
        <extracomment>{scope}: where the name lives: a module or a function; {where}: a name or a place, as in [0]</extracomment>
        <label>life of an object</label>
        <translation>`{scope}` 호출이 끝나 이름 `{where}`도 사라짐</translation>
    </message>
    <message id="lost-replaced">
        <source>`{where}` of {holder} now refers to something else</source>
        <extracomment>{where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder}의 `{where}`[이/가] 이제 다른 것을 가리킴</translation>
    </message>
    <message id="lost-removed">
        <source>`{where}` of {holder} was removed</source>
        <extracomment>{where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder}의 `{where}`[이/가] 제거됨</translation>
    </message>
    <message id="lost-dropped">
        <source>{holder} no longer refers to it</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder}[이/가] 더는 이것을 가리키지 않음</translation>
    </message>
    <message id="lost-holder-died">
        <source>{holder}, which referred to it, was freed</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>이것을 가리키던 {holder}[이/가] 해제됨</translation>
    </message>
    <message id="lost-not-kept">
        <source>`{scope}` returned it, but nothing stored it</source>
        <extracomment>{scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>`{scope}`[이/가] 반환했지만 저장되지 않음</translation>
    </message>
    <message id="lost-collector">
        <source>the garbage collector found its reference cycle</source>
        <label>life of an object</label>
        <translation>가비지 컬렉터가 순환 참조를 찾아냄</translation>
    </message>
    <message id="program-empty">
        <source>The program has no statements: there is nothing to run.</source>
        <label>step in words</label>
        <translation>프로그램에 문장이 없어 실행할 것이 없습니다.</translation>
    </message>
    <message id="module-empty">
        <source>`{file}` has no statements.</source>
        <extracomment>{file}: a file</extracomment>
        <label>step in words</label>
        <translation>`{file}`에는 문장이 없습니다.</translation>
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
    <message id="ran-to">
        <source>`{code}` ran on line {line} as far as `{word}`.</source>
        <extracomment>{code}: Python code; {line}: a line number; {word}: a keyword of Python, such as await</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄 `{code}`[이/가] `{word}`까지 실행되었습니다.</translation>
    </message>
    <message id="running-code">
        <source>`{code}` is running on line {line}.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄 `{code}`[이/가] 실행 중입니다.</translation>
    </message>
    <message id="running-code-in">
        <source>`{code}` is running on line {line} of {file}.</source>
        <extracomment>{code}: Python code; {line}: a line number; {file}: a file of the program</extracomment>
        <label>step in words</label>
        <translation>{file} {line}번 줄 `{code}`[이/가] 실행 중입니다.</translation>
    </message>
    <message id="running-line">
        <source>Line {line} is running.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄이 실행 중입니다.</translation>
    </message>
    <message id="unfinished-code">
        <source>`{code}` on line {line} did not finish.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄 `{code}`[이/가] 끝까지 실행되지 못했습니다.</translation>
    </message>
    <message id="unfinished-line">
        <source>Line {line} did not finish.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄이 끝까지 실행되지 못했습니다.</translation>
    </message>
    <message id="body-begins">
        <source>The body of `{function}` begins on line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 본문이 {line}번 줄에서 시작합니다.</translation>
    </message>
    <message id="the-module">
        <source>the module</source>
        <extracomment>where a name belongs to that is in no function</extracomment>
        <label>step in words</label>
        <translation>모듈</translation>
    </message>
    <message id="comprehension">
        <source>the comprehension</source>
        <extracomment>where the variables of a comprehension live that stands in no function</extracomment>
        <label>step in words</label>
        <translation>컴프리헨션</translation>
    </message>
    <message id="class-body-ends">
        <source>The body of class `{function}` has finished: its names become attributes of the class.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>클래스 `{function}`의 본문이 끝나 그 이름들이 클래스의 속성이 됩니다.</translation>
    </message>
    <message id="class-notes">
        <source>The class body first sets `__module__` and `__qualname__`.</source>
        <label>step in words</label>
        <translation>클래스 본문은 먼저 `__module__`과 `__qualname__`을 설정합니다.</translation>
    </message>
    <message id="returns-at-its-end">
        <source>`{function}` reached its end without a `return`, so it returns None.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] `return` 없이 끝에 이르렀으므로 None을 반환합니다.</translation>
    </message>
    <message id="return-ends-loop">
        <source>`return` also ends the loop of line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`return`이 {line}번 줄의 반복문도 끝냅니다.</translation>
    </message>
    <message id="generator-ends">
        <source>`{function}` has finished: it has no more values to yield.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 끝났습니다. 더 내놓을 값이 없습니다.</translation>
    </message>
    <message id="exception-goes-to">
        <source>Execution continues on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>실행이 {line}번 줄에서 계속됩니다.</translation>
    </message>
    <message id="exception-goes-to-except">
        <source>Python looks for a matching `except`, from line {line} on.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>파이썬이 {line}번 줄부터 일치하는 `except`를 찾습니다.</translation>
    </message>
    <message id="exception-goes-to-finally">
        <source>The `finally` block runs from line {line} on, before the exception goes on.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>예외가 계속 전파되기 전에 {line}번 줄부터 `finally` 블록이 실행됩니다.</translation>
    </message>
    <message id="exception-goes-to-with">
        <source>The exception leaves the `with` block of line {line}, which is closed first.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>예외가 {line}번 줄의 `with` 블록을 벗어납니다. 먼저 블록을 닫습니다.</translation>
    </message>
    <message id="exception-leaves-line">
        <source>The exception leaves line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>예외가 {line}번 줄을 벗어납니다.</translation>
    </message>
    <message id="did-several" numerus="yes">
        <source>This line has %n statements.</source>
        <label>step in words</label>
        <translation>
            <numerusform>이 줄에는 문장이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message id="line-goes-on">
        <source>Line {line} is still running.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄이 아직 실행되고 있습니다.</translation>
    </message>
    <message id="value-passed">
        <source>Python passes line {line} and takes no new value from it.</source>
        <label>step in words</label>
        <translation>파이썬이 {line}번 줄을 지나가지만 새 값은 얻지 않습니다.</translation>
    </message>
    <message id="item-taken">
        <source>`{code}` is true for this item.</source>
        <label>step in words</label>
        <translation>이 항목에서 `{code}` 조건이 참입니다.</translation>
    </message>
    <message id="item-taken-value">
        <source>Python counts `{code}` as true for this item.</source>
        <label>step in words</label>
        <translation>이 항목에서 파이썬은 `{code}`의 값을 참으로 여깁니다.</translation>
    </message>
    <message id="inner-loop-over">
        <source>The inner loop has no more items for `{code}`.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>안쪽 반복에서 `{code}`에 할당할 항목이 더 없습니다.</translation>
    </message>
    <message id="item-left-out">
        <source>`{code}` is false for this item: the comprehension leaves it out.</source>
        <label>step in words</label>
        <translation>이 항목에서 `{code}` 조건이 거짓이므로 컴프리헨션은 이 항목을 건너뜁니다.</translation>
    </message>
    <message id="item-left-out-value">
        <source>Python counts `{code}` as false for this item: the comprehension leaves it out.</source>
        <label>step in words</label>
        <translation>이 항목에서 파이썬은 `{code}`의 값을 거짓으로 여기므로 컴프리헨션은 이 항목을 건너뜁니다.</translation>
    </message>
    <message id="result-has-item">
        <source>The set already has this item.</source>
        <label>step in words</label>
        <translation>집합에 이미 있는 항목입니다.</translation>
    </message>
    <message id="result-has-key">
        <source>The dict already has this key, with the same value.</source>
        <label>step in words</label>
        <translation>딕셔너리에 이미 같은 값으로 있는 키입니다.</translation>
    </message>
    <message id="result-stays">
        <source>Nothing is added to the result this time.</source>
        <label>step in words</label>
        <translation>이번에는 결과에 추가되는 것이 없습니다.</translation>
    </message>
    <message id="statement-goes-on">
        <source>The statement that starts on line {line} continues.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄에서 시작한 문장이 이어집니다.</translation>
    </message>
    <message id="expression-goes-to">
        <source>The expression continues on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>표현식이 {line}번 줄로 이어집니다.</translation>
    </message>
    <message id="statement-goes-to">
        <source>The statement continues on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>문장이 {line}번 줄로 이어집니다.</translation>
    </message>
    <message id="if-true">
        <source>`{code}` is true: the block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 블록을 실행합니다.</translation>
    </message>
    <message id="if-true-value">
        <source>`{code}` is {value}, which Python counts as true: the block runs.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 참으로 여기므로 블록을 실행합니다.</translation>
    </message>
    <message id="if-false">
        <source>`{code}` is false: the block is skipped.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 블록을 건너뜁니다.</translation>
    </message>
    <message id="if-false-elif">
        <source>`{code}` is false: the next `elif` is tested.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 다음 `elif`의 조건을 평가합니다.</translation>
    </message>
    <message id="if-false-else">
        <source>`{code}` is false: the `else` block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 `else` 블록을 실행합니다.</translation>
    </message>
    <message id="if-false-value">
        <source>`{code}` is {value}, which Python counts as false: the block is skipped.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 거짓으로 여기므로 블록을 건너뜁니다.</translation>
    </message>
    <message id="if-false-elif-value">
        <source>`{code}` is {value}, which Python counts as false: the next `elif` is tested.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 거짓으로 여기므로 다음 `elif`의 조건을 평가합니다.</translation>
    </message>
    <message id="if-false-else-value">
        <source>`{code}` is {value}, which Python counts as false: the `else` block runs.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 거짓으로 여기므로 `else` 블록을 실행합니다.</translation>
    </message>
    <message id="choice-true">
        <source>`{code}` is true: the conditional expression evaluates `{chosen}`.</source>
        <extracomment>{chosen}: the code of one of the two values of a conditional expression</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 조건 표현식은 `{chosen}`[을/를] 평가합니다.</translation>
    </message>
    <message id="choice-true-value">
        <source>`{code}` is {value}, which Python counts as true: the conditional expression evaluates `{chosen}`.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 참으로 여기므로 조건 표현식은 `{chosen}`[을/를] 평가합니다.</translation>
    </message>
    <message id="choice-false">
        <source>`{code}` is false: the conditional expression evaluates `{chosen}`.</source>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 조건 표현식은 `{chosen}`[을/를] 평가합니다.</translation>
    </message>
    <message id="choice-false-value">
        <source>`{code}` is {value}, which Python counts as false: the conditional expression evaluates `{chosen}`.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 거짓으로 여기므로 조건 표현식은 `{chosen}`[을/를] 평가합니다.</translation>
    </message>
    <message id="values-compared">
        <source>With its values: `{code}`.</source>
        <extracomment>{code}: a condition with values in place of its operands, 5 &gt; 3</extracomment>
        <label>step in words</label>
        <translation>값을 넣으면 `{code}`입니다.</translation>
    </message>
    <message id="values-computed">
        <source>With its values: `{code}`, so `{result}`.</source>
        <extracomment>{code}: a condition with values in place of its operands, 7 % 2 == 0; {result}: the same with the results of its operations, 1 == 0</extracomment>
        <label>step in words</label>
        <translation>값을 넣으면 `{code}`, 즉 `{result}`입니다.</translation>
    </message>
    <message id="operand-decides">
        <source>`{code}` is {value}, which decides the result.</source>
        <extracomment>{code}: an operand of and or or; {value}: True or False</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 값 {value}[으로/로] 결과가 정해집니다.</translation>
    </message>
    <message id="equal-but-apart">
        <source>`{code}` and `{other}` are equal, but they are two objects.</source>
        <extracomment>{code}, {other}: operands of is</extracomment>
        <label>step in words</label>
        <translation>`{code}`[과/와] `{other}`[은/는] 값이 같지만 서로 다른 객체입니다.</translation>
    </message>
    <message id="while-true">
        <source>`{code}` is true: the loop body runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 반복문의 본문을 실행합니다.</translation>
    </message>
    <message id="while-forever">
        <source>`while {code}` repeats until something in its body ends it, such as `break`: the loop body runs.</source>
        <extracomment>{code}: a condition that is always true, as the program has it</extracomment>
        <label>step in words</label>
        <translation>`while {code}`[은/는] 본문의 `break` 등이 끝낼 때까지 반복합니다. 반복문의 본문을 실행합니다.</translation>
    </message>
    <message id="while-forever-again">
        <source>`while {code}` repeats: the loop body runs again.</source>
        <extracomment>{code}: a condition that is always true, as the program has it</extracomment>
        <label>step in words</label>
        <translation>`while {code}`[은/는] 계속 반복하므로 반복문의 본문을 다시 실행합니다.</translation>
    </message>
    <message id="while-true-value">
        <source>`{code}` is {value}, which Python counts as true: the loop body runs.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 참으로 여기므로 반복문의 본문을 실행합니다.</translation>
    </message>
    <message id="while-false">
        <source>`{code}` is false: the loop ends.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 반복문이 끝납니다.</translation>
    </message>
    <message id="while-false-value">
        <source>`{code}` is {value}, which Python counts as false: the loop ends.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 거짓으로 여기므로 반복문이 끝납니다.</translation>
    </message>
    <message id="for-next">
        <source>The loop assigns the next item to `{code}`.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>반복문이 다음 항목을 `{code}`에 할당합니다.</translation>
    </message>
    <message id="for-over">
        <source>There are no more items for `{code}`: the loop ends.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`에 할당할 항목이 더 없으므로 반복문이 끝납니다.</translation>
    </message>
    <message id="for-empty">
        <source>There are no items for `{code}`: the loop body does not run.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`에 할당할 항목이 없으므로 반복문의 본문은 실행되지 않습니다.</translation>
    </message>
    <message id="loop-else-runs">
        <source>No `break` ended the loop: its `else` block runs.</source>
        <label>step in words</label>
        <translation>`break` 없이 끝났으므로 반복문의 `else` 블록을 실행합니다.</translation>
    </message>
    <message id="loop-else-skipped">
        <source>The `else` block of the loop is skipped.</source>
        <label>step in words</label>
        <translation>반복문의 `else` 블록은 건너뜁니다.</translation>
    </message>
    <message id="with-enters">
        <source>`{enter}` of `{code}` was called; no matter how the block ends, `{exit}` is called.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 `{enter}`[을/를] 호출했습니다. 블록이 어떻게 끝나든 `{exit}`[을/를] 호출합니다.</translation>
    </message>
    <message id="with-enters-all">
        <source>`{enter}` of `{code}` was called in turn; no matter how the block ends, `{exit}` is called.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 `{enter}`[을/를] 차례로 호출했습니다. 블록이 어떻게 끝나든 `{exit}`[을/를] 호출합니다.</translation>
    </message>
    <message id="with-enters-lock">
        <source>`{code}` was acquired; no matter how the block ends, it is released.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 획득했습니다. 블록이 어떻게 끝나든 해제합니다.</translation>
    </message>
    <message id="with-enters-file">
        <source>No matter how the block ends, the file of `{code}` is closed.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>블록이 어떻게 끝나든 `{code}`의 파일을 닫습니다.</translation>
    </message>
    <message id="with-leaves">
        <source>The block has ended, and `{exit}` of `{code}` was called.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>블록이 끝나 `{code}`의 `{exit}`[을/를] 호출했습니다.</translation>
    </message>
    <message id="with-leaves-all">
        <source>The block has ended, and `{exit}` of `{code}` was called, the last one first.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>블록이 끝나 `{code}`의 `{exit}`[을/를] 뒤에서부터 차례로 호출했습니다.</translation>
    </message>
    <message id="with-leaves-lock">
        <source>The block has ended, and `{code}` was released.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>블록이 끝나 `{code}`[을/를] 해제했습니다.</translation>
    </message>
    <message id="with-leaves-file">
        <source>The block has ended, and the file of `{code}` was closed.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>블록이 끝나 `{code}`의 파일을 닫았습니다.</translation>
    </message>
    <message id="exit-passes">
        <source>`{function}` did not return a true value, so the exception goes on.</source>
        <extracomment>{function}: a function&apos;s name, such as Timer.__exit__</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 참인 값을 반환하지 않았으므로 예외가 계속 전파됩니다.</translation>
    </message>
    <message id="with-handled">
        <source>`{name}` of `{code}` returned a true value, so the exception counts as handled: the program continues after the block.</source>
        <extracomment>{name}: the name of a method, such as __exit__; {code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 `{name}`[이/가] 참인 값을 반환했으므로 예외를 처리한 것으로 봅니다. 블록 다음부터 이어서 실행합니다.</translation>
    </message>
    <message id="try-begins">
        <source>`try`: errors in this block can be handled below.</source>
        <label>step in words</label>
        <translation>`try`: 이 블록에서 발생한 예외는 아래에서 처리할 수 있습니다.</translation>
    </message>
    <message id="try-finally-begins">
        <source>`try`: no matter how this block ends, the `finally` block runs.</source>
        <label>step in words</label>
        <translation>`try`: 이 블록이 어떻게 끝나든 `finally` 블록이 실행됩니다.</translation>
    </message>
    <message id="try-with-finally">
        <source>No matter how the block ends, the `finally` block runs too.</source>
        <label>step in words</label>
        <translation>이 블록이 어떻게 끝나든 `finally` 블록도 실행됩니다.</translation>
    </message>
    <message id="except-matches">
        <source>The exception is an instance of `{code}`: this block handles it.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>예외가 `{code}`의 인스턴스이므로 이 블록이 처리합니다.</translation>
    </message>
    <message id="except-star-matches">
        <source>The group contains exceptions of type `{code}`: this block handles them.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>예외 그룹에 `{code}`의 인스턴스가 있으므로 이 블록이 그것들을 처리합니다.</translation>
    </message>
    <message id="except-any">
        <source>This block handles every exception.</source>
        <label>step in words</label>
        <translation>이 블록은 모든 예외를 처리합니다.</translation>
    </message>
    <message id="except-passes">
        <source>The exception is not an instance of `{code}`: the search continues.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>예외가 `{code}`의 인스턴스가 아니므로 계속 찾습니다.</translation>
    </message>
    <message id="except-star-passes">
        <source>The group contains no exception of type `{code}`: the search continues.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>예외 그룹에 `{code}`의 인스턴스가 없으므로 계속 찾습니다.</translation>
    </message>
    <message id="match-begins">
        <source>`{code}` is evaluated once, then compared with each pattern.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 한 번 평가한 다음 각 패턴과 비교합니다.</translation>
    </message>
    <message id="match-begins-value">
        <source>`{code}` is {value}: it is compared with each pattern.</source>
        <extracomment>{code}: Python code; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 값 {value}[을/를] 각 패턴과 비교합니다.</translation>
    </message>
    <message id="case-matches">
        <source>Pattern `{code}` matches: its block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[이/가] 일치하므로 그 블록을 실행합니다.</translation>
    </message>
    <message id="case-passes">
        <source>Pattern `{code}` does not match.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[이/가] 일치하지 않습니다.</translation>
    </message>
    <message id="case-guard-passes">
        <source>Pattern `{code}` with the guard `{test}` does not match.</source>
        <extracomment>{code}: Python code; {test}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[과/와] 가드 `{test}`[을/를] 함께 만족하지 않습니다.</translation>
    </message>
    <message id="case-guard-false">
        <source>Pattern `{code}` matches, but its guard `{test}` is false.</source>
        <extracomment>{code}: Python code; {test}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[은/는] 일치하지만 가드 `{test}`[이/가] 거짓입니다.</translation>
    </message>
    <message id="case-guard-true">
        <source>Pattern `{code}` matches and its guard `{test}` is true: its block runs.</source>
        <extracomment>{code}: Python code; {test}: Python code</extracomment>
        <label>step in words</label>
        <translation>패턴 `{code}`[이/가] 일치하고 가드 `{test}`도 참이므로 그 블록을 실행합니다.</translation>
    </message>
    <message id="def-made">
        <source>`def` created the function `{name}`; its body runs only when it is called.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`def`가 함수 `{name}`[을/를] 만들었습니다. 본문은 호출될 때에만 실행됩니다.</translation>
    </message>
    <message id="defaults-evaluated">
        <source>Its default values have been evaluated, once for all calls.</source>
        <label>step in words</label>
        <translation>기본값은 여기서 한 번만 평가되어 모든 호출에 쓰입니다.</translation>
    </message>
    <message id="decorated">
        <source>The decorator `{code}` was applied to it: `{name}` refers to the result.</source>
        <extracomment>{code}: Python code; {name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>여기에 데코레이터 `{code}`[을/를] 적용했습니다. `{name}`[은/는] 그 결과를 가리킵니다.</translation>
    </message>
    <message id="decorator-before">
        <source>The decorator `{code}` was evaluated; next, the decorator `{following}` is evaluated.</source>
        <extracomment>{code}, {following}: decorators, as the program has them</extracomment>
        <label>step in words</label>
        <translation>데코레이터 `{code}`[을/를] 평가했습니다. 이어서 데코레이터 `{following}`[을/를] 평가합니다.</translation>
    </message>
    <message id="decorated-twice">
        <source>The decorators `{code}` were applied to it, the last one first: `{name}` refers to the result.</source>
        <extracomment>{code}: decorators, as the program has them; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>여기에 데코레이터 `{code}`[을/를] 맨 뒤의 것부터 적용했습니다. `{name}`[은/는] 그 결과를 가리킵니다.</translation>
    </message>
    <message id="decorator-evaluated">
        <source>The decorator `{code}` was evaluated; next, `{name}` is created.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>데코레이터 `{code}`[을/를] 평가했습니다. 이어서 `{name}`[을/를] 만듭니다.</translation>
    </message>
    <message id="decorator-twice">
        <source>The line of the decorator `{code}` runs twice: it is evaluated before `{name}` is created, and called with `{name}` after that.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>데코레이터 `{code}`의 줄은 두 번 실행됩니다. `{name}`[을/를] 만들기 전에 데코레이터를 평가하고, 만든 뒤에 `{name}`[을/를] 넘겨 호출합니다.</translation>
    </message>
    <message id="decorator-next">
        <source>`{name}` was created; now it is passed to the decorator `{code}`.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>`{name}`[을/를] 만들었습니다. 이제 데코레이터 `{code}`에 넘깁니다.</translation>
    </message>
    <message id="decorator-applied">
        <source>The decorator `{code}` was called; its result takes the place of `{name}`.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>데코레이터 `{code}`[을/를] 호출했습니다. 그 결과가 `{name}`[을/를] 대신합니다.</translation>
    </message>
    <message id="class-made">
        <source>`class` created the class `{name}` from the names bound in its body.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`class`가 본문에서 정의한 이름들로 클래스 `{name}`[을/를] 만들었습니다.</translation>
    </message>
    <message id="annotations-gathered">
        <source>The annotations of the class are gathered in a dict.</source>
        <label>step in words</label>
        <translation>클래스의 타입 표시(어노테이션)를 딕셔너리에 모읍니다.</translation>
    </message>
    <message id="annotation-evaluated">
        <source>Of `{code}` on line {line}, only the annotation part is evaluated.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄 `{code}`에서 타입 표시(어노테이션) 부분만 평가합니다.</translation>
    </message>
    <message id="only-annotated">
        <source>This only annotates `{name}` with a type; nothing is assigned.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`{name}`의 타입을 표시할 뿐, 아무것도 할당하지 않습니다.</translation>
    </message>
    <message id="unpacked">
        <source>The value is unpacked: each target in `{code}` gets one item.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>값을 언패킹하여 `{code}`의 각 대상에 항목을 하나씩 할당합니다.</translation>
    </message>
    <message id="unpacked-display">
        <source>The right-hand side is evaluated as a whole first; then each target in `{code}` gets one item.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>오른쪽 식을 모두 평가한 다음 `{code}`의 각 대상에 항목을 하나씩 할당합니다.</translation>
    </message>
    <message id="unpacked-starred">
        <source>The value is unpacked: each target in `{code}` gets one item, and `{name}` a list of the others.</source>
        <extracomment>{code}: Python code; {name}: a name</extracomment>
        <label>step in words</label>
        <translation>값을 언패킹하여 `{code}`의 각 대상에 항목을 하나씩 할당하고, `{name}`에는 나머지 항목의 리스트를 할당합니다.</translation>
    </message>
    <message id="stored-same">
        <source>`{code}` already referred to that value: nothing changed.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] 이미 그 값을 가리키고 있어서 바뀐 것이 없습니다.</translation>
    </message>
    <message id="setter-ran">
        <source>Assigning to `{code}` called `{function}`, whose code decides what changes.</source>
        <extracomment>{code}: Python code; {function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{code}`에 할당하면 `{function}`[이/가] 호출됩니다. 무엇이 바뀌는지는 그 코드가 정합니다.</translation>
    </message>
    <message id="deleter-ran">
        <source>Deleting `{code}` called `{function}`, whose code decides what changes.</source>
        <extracomment>{code}: Python code; {function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 지우면 `{function}`[이/가] 호출됩니다. 무엇이 바뀌는지는 그 코드가 정합니다.</translation>
    </message>
    <message id="name-mangled">
        <source>In a class, `{name}` is a private name: Python stores it as `{inner}`.</source>
        <extracomment>{name}: a name that begins with two underscores; {inner}: the name under which the class has it</extracomment>
        <label>step in words</label>
        <translation>클래스 안에서 `{name}`[은/는] 비공개 이름이므로 파이썬이 `{inner}`[으로/로] 저장합니다.</translation>
    </message>
    <message id="stored-into">
        <source>Assigning to `{code}` changes the object; no name is rebound.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`에 할당하면 객체가 바뀝니다. 다시 할당되는 이름은 없습니다.</translation>
    </message>
    <message id="stored-beside">
        <source>`{code}` is now an attribute of the object itself; the attribute of its class stays as it is.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] 이제 객체 자신의 속성이고, 클래스의 속성은 그대로입니다.</translation>
    </message>
    <message id="class-changed">
        <source>{what} has another class now: it is {new}, the same object at the same address.</source>
        <extracomment>{what}: the object, named by its class before; {new}: the same, by its class now</extracomment>
        <label>step in words</label>
        <translation>{what}의 클래스가 바뀌어 이제 {new}입니다. 같은 주소에 있는 같은 객체입니다.</translation>
    </message>
    <message id="assigned">
        <source>The right-hand side was evaluated; `{name}` refers to the result.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>오른쪽 식을 평가했고, `{name}`[은/는] 그 결과를 가리킵니다.</translation>
    </message>
    <message id="assigned-same">
        <source>`{name}` still refers to the same {what}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] 여전히 같은 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="assigned-value">
        <source>`{name}` refers to {what}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="assigned-shared">
        <source>Nothing is copied: `{name}` and `{code}` refer to the same {what}.</source>
        <extracomment>{code}: Python code; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>복사하지 않습니다. `{name}`[과/와] `{code}`[이/가] 같은 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="assigned-shared-before">
        <source>Nothing is copied: `{name}` refers to {what}, to which `{code}` referred.</source>
        <label>step in words</label>
        <translation>복사하지 않습니다. `{name}`[은/는] `{code}`[이/가] 가리키던 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="assigned-chain" numerus="yes">
        <source>%n names, one object: all refer to the same {what}.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>이름은 %n개, 객체는 하나입니다. 모두 같은 {what}[을/를] 가리킵니다.</numerusform>
        </translation>
    </message>
    <message id="changes-in-place">
        <source>`{code}` changes an existing object and returns None.</source>
        <extracomment>{code}: a call such as names.sort()</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] 이미 있는 객체를 바꾸고 None을 반환합니다.</translation>
    </message>
    <message id="assigned-chain-places" numerus="yes">
        <source>%n targets, one object: all refer to the same {what}.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>할당 대상은 %n개, 객체는 하나입니다. 모두 같은 {what}[을/를] 가리킵니다.</numerusform>
        </translation>
    </message>
    <message id="augmented-itself">
        <source>{what} itself was changed: `{name}` still refers to it.</source>
        <extracomment>{what}: an object, as in list #3; {name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>{what} 자체가 바뀌었습니다. `{name}`[은/는] 여전히 그것을 가리킵니다.</translation>
    </message>
    <message id="augmented-new">
        <source>{what} itself was not changed: `{name}` now refers to another object.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} 자체는 바뀌지 않았습니다. `{name}`[은/는] 이제 다른 객체를 가리킵니다.</translation>
    </message>
    <message id="augmented-grown">
        <source>`{name}` now refers to {what}; the text grew in its own memory, because nothing else referred to it.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in str &apos;ab&apos;</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] 이제 {what}[을/를] 가리킵니다. 다른 곳에서 가리키지 않아 문자열이 제자리에서 커졌습니다.</translation>
    </message>
    <message id="del-lets-go">
        <source>`del` removes a reference; an object is freed only when nothing else refers to it.</source>
        <label>step in words</label>
        <translation>`del`은 참조를 없앱니다. 객체는 다른 참조가 없을 때에만 해제됩니다.</translation>
    </message>
    <message id="imported">
        <source>`import` binds `{name}`; a module&apos;s code runs only on its first import.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`import`가 이름 `{name}`[을/를] 정의합니다. 모듈의 코드는 처음 임포트할 때에만 실행됩니다.</translation>
    </message>
    <message id="imported-lazily">
        <source>`{name}` is imported lazily: a module&apos;s code does not run before the name is used.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] 지연 임포트입니다. 모듈의 코드는 이름을 사용할 때에야 실행됩니다.</translation>
    </message>
    <message id="all-imported">
        <source>`import *` binds all public names of `{name}`; a module&apos;s code runs only on its first import.</source>
        <extracomment>{name}: the name of a module</extracomment>
        <label>step in words</label>
        <translation>`import *`가 `{name}`의 공개된 이름을 모두 정의합니다. 모듈의 코드는 처음 임포트할 때에만 실행됩니다.</translation>
    </message>
    <message id="future-imported">
        <source>This switches on a language feature for the whole file.</source>
        <label>step in words</label>
        <translation>이 파일 전체에 적용되는 언어 기능을 켭니다.</translation>
    </message>
    <message id="jump-waits">
        <source>`{code}` waits until `finally` has run.</source>
        <extracomment>{code}: the word return, break or continue</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] `finally`가 실행될 때까지 기다립니다.</translation>
    </message>
    <message id="jump-waits-for-with">
        <source>`{code}` waits until the `with` block has been closed.</source>
        <extracomment>{code}: the word return, break or continue</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] `with` 블록이 닫힐 때까지 기다립니다.</translation>
    </message>
    <message id="assert-holds">
        <source>`{code}` is true: the `assert` passes.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 참이므로 `assert`를 통과합니다.</translation>
    </message>
    <message id="assert-fails">
        <source>`{code}` is false: the `assert` fails.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[이/가] 거짓이므로 `assert`가 실패합니다.</translation>
    </message>
    <message id="assert-holds-value">
        <source>`{code}` is {value}, which Python counts as true: the `assert` passes.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 참으로 여기므로 `assert`를 통과합니다.</translation>
    </message>
    <message id="assert-fails-value">
        <source>`{code}` is {value}, which Python counts as false: the `assert` fails.</source>
        <label>step in words</label>
        <translation>파이썬은 `{code}`의 값 {value}[을/를] 거짓으로 여기므로 `assert`가 실패합니다.</translation>
    </message>
    <message id="raise-ran">
        <source>`raise` raised an exception.</source>
        <label>step in words</label>
        <translation>`raise`가 예외를 발생시켰습니다.</translation>
    </message>
    <message id="raise-again">
        <source>`raise` raises again the exception that is being handled.</source>
        <label>step in words</label>
        <translation>`raise`가 처리 중인 예외를 다시 발생시킵니다.</translation>
    </message>
    <message id="pass-ran">
        <source>`pass` does nothing.</source>
        <label>step in words</label>
        <translation>`pass`는 아무 일도 하지 않습니다.</translation>
    </message>
    <message id="break-ran">
        <source>`break` ends the loop.</source>
        <label>step in words</label>
        <translation>`break`가 반복문을 끝냅니다.</translation>
    </message>
    <message id="continue-ran">
        <source>`continue` skips to the next iteration of the loop.</source>
        <label>step in words</label>
        <translation>`continue`를 만나 반복문의 다음 반복으로 넘어갑니다.</translation>
    </message>
    <message id="scope-said">
        <source>This declares which scope `{name}` belongs to; nothing runs.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`{name}`[이/가] 어느 스코프에 속하는지 선언할 뿐, 실행되는 것은 없습니다.</translation>
    </message>
    <message id="type-named">
        <source>`type` defines the type alias `{name}`; its value is evaluated only when it is needed.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`type`이 타입 별칭 `{name}`[을/를] 정의합니다. 값은 필요할 때에만 평가됩니다.</translation>
    </message>
    <message id="value-known">
        <source>`{code}` is {value}; the result is not stored.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 값은 {value}입니다. 결과는 저장하지 않습니다.</translation>
    </message>
    <message id="call-through">
        <source>The call to `{code}` has finished; its result is not stored.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` 호출이 끝났습니다. 결과는 저장하지 않습니다.</translation>
    </message>
    <message id="call-ended">
        <source>The call to `{code}` has finished.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` 호출이 끝났습니다.</translation>
    </message>
    <message id="generator-dropped">
        <source>Calling `{code}` made a generator, and nothing keeps it: its body does not run.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 호출해 제너레이터를 만들었지만 저장하지 않습니다. 본문은 실행되지 않습니다.</translation>
    </message>
    <message id="coroutine-dropped">
        <source>Calling `{code}` made a coroutine, and nothing awaits it: its body does not run.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 호출해 코루틴을 만들었지만 `await`하지 않습니다. 본문은 실행되지 않습니다.</translation>
    </message>
    <message id="written-to-file">
        <source>{value} was written to `{code}`.</source>
        <extracomment>{code}: Python code; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>{value}[을/를] `{code}`에 썼습니다.</translation>
    </message>
    <message id="await-through">
        <source>`{code}` has been awaited.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 기다리는 일이 끝났습니다.</translation>
    </message>
    <message id="yield-through">
        <source>The generator has been resumed.</source>
        <label>step in words</label>
        <translation>제너레이터가 재개되었습니다.</translation>
    </message>
    <message id="asks-for-next-item">
        <source>The generator expression asks for its next item.</source>
        <label>step in words</label>
        <translation>제너레이터 표현식이 다음 항목을 요청합니다.</translation>
    </message>
    <message id="value-unused">
        <source>`{code}` was evaluated; its result is not stored.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}`[을/를] 평가했지만 결과는 저장하지 않습니다.</translation>
    </message>
    <message id="value-alone">
        <source>A value on its own does nothing.</source>
        <label>step in words</label>
        <translation>값만 적어 두면 아무 일도 일어나지 않습니다.</translation>
    </message>
    <message id="docstring-set">
        <source>The string at the very beginning becomes the docstring, `__doc__`.</source>
        <label>step in words</label>
        <translation>맨 앞에 적은 문자열은 독스트링 `__doc__`이 됩니다.</translation>
    </message>
    <message id="called">
        <source>`{function}` is called: it gets its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 호출되어 새 프레임이 생깁니다.</translation>
    </message>
    <message id="finalized">
        <source>The last reference to {value} is gone: Python calls `{function}`, which gets its own frame.</source>
        <extracomment>{value}: an object, as in Node &apos;a&apos;; {function}: a method, such as __del__</extracomment>
        <label>step in words</label>
        <translation>{value}의 마지막 참조가 사라져 `{function}`[이/가] 호출됩니다. 새 프레임이 생깁니다.</translation>
    </message>
    <message id="finalized-cycle">
        <source>The garbage collector found the reference cycle of {value}: it calls `{function}`, which gets its own frame.</source>
        <extracomment>{value}: an object, as in Node &apos;a&apos;; {function}: a method, such as __del__</extracomment>
        <label>step in words</label>
        <translation>가비지 컬렉터가 {value}의 순환 참조를 찾아내 `{function}`[을/를] 호출합니다. 새 프레임이 생깁니다.</translation>
    </message>
    <message id="type-parameters-begin">
        <source>`{function}` has type parameters: Python makes them in a frame of their own.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`에는 타입 매개변수가 있습니다. 파이썬이 별도의 프레임에서 타입 매개변수를 만듭니다.</translation>
    </message>
    <message id="type-parameters-next">
        <source>Next, Python makes the type parameters, and then `{function}` itself.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>이어서 파이썬이 타입 매개변수를 만들고, 그다음에 `{function}` 자체를 만듭니다.</translation>
    </message>
    <message id="type-parameters-end">
        <source>Python has made `{function}` with its type parameters.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>파이썬이 `{function}`[을/를] 타입 매개변수와 함께 만들었습니다.</translation>
    </message>
    <message id="thread-begins">
        <source>Thread {thread} begins to run code of the program.</source>
        <extracomment>{thread}: a thread&apos;s name</extracomment>
        <label>step in words</label>
        <translation>스레드 {thread}[이/가] 프로그램의 코드를 실행하기 시작합니다.</translation>
    </message>
    <message id="generator-begins">
        <source>The body of generator `{function}` begins to run, in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>제너레이터 `{function}`의 본문이 실행되기 시작하고 새 프레임이 생깁니다.</translation>
    </message>
    <message id="coroutine-begins">
        <source>The body of coroutine `{function}` begins to run, in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>코루틴 `{function}`의 본문이 실행되기 시작하고 새 프레임이 생깁니다.</translation>
    </message>
    <message id="generator-made">
        <source>A generator was made; its body has not begun to run.</source>
        <label>step in words</label>
        <translation>제너레이터가 만들어졌습니다. 본문은 아직 실행되지 않았습니다.</translation>
    </message>
    <message id="coroutine-made">
        <source>A coroutine was made; its body has not begun to run.</source>
        <label>step in words</label>
        <translation>코루틴이 만들어졌습니다. 본문은 아직 실행되지 않았습니다.</translation>
    </message>
    <message id="class-body-begins">
        <source>The body of class `{function}` runs in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>클래스 `{function}`의 본문이 별도의 프레임에서 실행됩니다.</translation>
    </message>
    <message id="module-begins">
        <source>`{function}` starts running in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 별도의 프레임에서 실행되기 시작합니다.</translation>
    </message>
    <message id="module-ends">
        <source>`{function}` has run to its end.</source>
        <extracomment>{function}: the name of a file</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 끝까지 실행되었습니다.</translation>
    </message>
    <message id="returned">
        <source>`{function}` returns {value}.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {value}[을/를] 반환합니다.</translation>
    </message>
    <message id="yielded">
        <source>`{function}` yields {value} and is paused at line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a value as Python writes it; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {value}[을/를] 내놓고 {line}번 줄에서 멈춥니다.</translation>
    </message>
    <message id="waits-at">
        <source>`{function}` waits at line {line} and is paused; other coroutines may run meanwhile.</source>
        <extracomment>{function}: the name of a function; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {line}번 줄에서 기다리며 멈춥니다. 그동안 다른 코루틴이 실행될 수 있습니다.</translation>
    </message>
    <message id="resumed">
        <source>`{function}` resumes at line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] {line}번 줄부터 이어서 실행됩니다.</translation>
    </message>
    <message id="resumed-to-close">
        <source>Nothing refers to the generator any more: `{function}` resumes at line {line} to be closed.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>제너레이터를 가리키는 것이 더는 없습니다. 제너레이터를 닫으려고 `{function}`[을/를] {line}번 줄부터 이어서 실행합니다.</translation>
    </message>
    <message id="wait-ended">
        <source>The wait on line {line} has ended: its result is {value}.</source>
        <extracomment>{line}: a line number; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄의 기다림이 끝났습니다. 결과는 {value}입니다.</translation>
    </message>
    <message id="wait-ended-loop">
        <source>{value} says that there are no more items for the loop on line {line}.</source>
        <extracomment>{value}: the exception&apos;s class; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{value}[은/는] {line}번 줄의 반복문에 항목이 더 없음을 알립니다.</translation>
    </message>
    <message id="raised-exception">
        <source>`{value}` is raised in `{function}`, line {line}.</source>
        <extracomment>{value}: a value as Python writes it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 {line}번 줄에서 `{value}`[이/가] 발생했습니다.</translation>
    </message>
    <message id="call-raised">
        <source>`{code}` raises `{value}` in `{function}`, line {line}.</source>
        <extracomment>{code}: the part of a line that called a library; {value}: the exception as Python prints it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 {line}번 줄에서 `{code}`[이/가] `{value}`[을/를] 발생시켰습니다.</translation>
    </message>
    <message id="index-outside" numerus="yes">
        <source>`{code}` asks for index {index}, but `{holder}` has %n items, and indexes start at 0.</source>
        <extracomment>{code}: an expression such as names[i]; {index}: its index; {holder}: names</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{code}`에서 인덱스 {index}에 접근하지만, `{holder}`의 항목은 %n개이고 인덱스는 0부터 시작합니다.</numerusform>
        </translation>
    </message>
    <message id="index-of-empty">
        <source>`{code}` asks for index {index}, but `{holder}` is empty.</source>
        <extracomment>{code}: an expression such as names[i]; {index}: its index; {holder}: names</extracomment>
        <label>step in words</label>
        <translation>`{code}`에서 인덱스 {index}에 접근하지만, `{holder}`[은/는] 비어 있습니다.</translation>
    </message>
    <message id="key-missing">
        <source>`{holder}` has no key {value}.</source>
        <extracomment>{holder}: an expression for a dict; {value}: a key as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{holder}`에는 키 {value}[이/가] 없습니다.</translation>
    </message>
    <message id="hides-builtin">
        <source>`{name}` is a name of the program here: it refers to {what} and hides the built-in `{name}`.</source>
        <extracomment>{name}: a name such as list; {what}: an object</extracomment>
        <label>step in words</label>
        <translation>여기서 `{name}`[은/는] 프로그램이 정의한 이름입니다. {what}[을/를] 가리키며 내장 `{name}`[을/를] 가립니다.</translation>
    </message>
    <message id="name-hides-builtin">
        <source>`{name}` now hides the built-in `{name}`.</source>
        <extracomment>{name}: a name of the program that is also a built-in, such as list</extracomment>
        <label>step in words</label>
        <translation>이제 `{name}`[은/는] 내장 `{name}`[을/를] 가립니다.</translation>
    </message>
    <message id="part-is">
        <source>`{code}` is {what}.</source>
        <extracomment>{code}: a part of the line; {what}: an object such as int 0, or None</extracomment>
        <label>step in words</label>
        <translation>`{code}`의 값은 {what}입니다.</translation>
    </message>
    <message id="part-fails">
        <source>The error comes from `{code}`.</source>
        <extracomment>{code}: a part of the line</extracomment>
        <label>step in words</label>
        <translation>오류가 난 부분은 `{code}`입니다.</translation>
    </message>
    <message id="calls-running" numerus="yes">
        <source>%n calls of `{function}` have begun and not yet ended.</source>
        <extracomment>{function}: a function</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{function}` 호출 %n개가 시작되고 아직 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message id="unpacks" numerus="yes">
        <source>`{target}` takes {targets} values, but `{code}` has %n.</source>
        <extracomment>{target}: names such as a, b; {targets}: their number; {code}: an expression</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{target}`에는 값 {targets}개가 필요하지만 `{code}`의 값은 %n개입니다.</numerusform>
        </translation>
    </message>
    <message id="unpacks-item" numerus="yes">
        <source>`{target}` takes %n values, but this item of `{code}` is {what}.</source>
        <extracomment>{target}: names such as a, b; {code}: what a loop goes over; {what}: an object</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{target}`에는 값 %n개가 필요하지만 `{code}`의 이번 항목은 {what}입니다.</numerusform>
        </translation>
    </message>
    <message id="defined-as">
        <source>The function is defined as `{code}`.</source>
        <extracomment>{code}: a function with its parameters</extracomment>
        <label>step in words</label>
        <translation>함수의 정의는 `{code}`입니다.</translation>
    </message>
    <message id="passes-object">
        <source>The call also passes the object itself, as the first argument.</source>
        <label>step in words</label>
        <translation>호출할 때 객체 자신도 첫 번째 인자로 전달됩니다.</translation>
    </message>
    <message id="name-alike">
        <source>A similar name exists: `{name}`.</source>
        <extracomment>{name}: a name</extracomment>
        <label>step in words</label>
        <translation>비슷한 이름 `{name}`[이/가] 있습니다.</translation>
    </message>
    <message id="passes-no-object">
        <source>`{code}` is the class, not an object of it, so the call passes no object as the first argument.</source>
        <extracomment>{code}: an expression for a class</extracomment>
        <label>step in words</label>
        <translation>`{code}`[은/는] 객체가 아니라 클래스이므로, 호출할 때 첫 번째 인자로 객체가 전달되지 않습니다.</translation>
    </message>
    <message id="attributes-only">
        <source>`{code}` itself has only these attributes: `{names}`.</source>
        <extracomment>{code}: an expression for an object; {names}: names of attributes</extracomment>
        <label>step in words</label>
        <translation>`{code}` 자체에 있는 속성은 `{names}`뿐입니다.</translation>
    </message>
    <message id="attributes-none">
        <source>`{code}` itself has no attributes.</source>
        <extracomment>{code}: an expression for an object</extracomment>
        <label>step in words</label>
        <translation>`{code}` 자체에는 속성이 없습니다.</translation>
    </message>
    <message id="class-without-init">
        <source>Class `{name}` has no `__init__` that takes arguments.</source>
        <extracomment>{name}: the name of a class</extracomment>
        <label>step in words</label>
        <translation>클래스 `{name}`에는 인자를 받는 `__init__`[이/가] 없습니다.</translation>
    </message>
    <message id="values-exhausted">
        <source>`{code}` has no more values.</source>
        <extracomment>{code}: an expression for an iterator</extracomment>
        <label>step in words</label>
        <translation>`{code}`에는 더 내놓을 값이 없습니다.</translation>
    </message>
    <message id="operand-types">
        <source>`{left}` is of type {one}, `{right}` of type {other}.</source>
        <extracomment>{left}, {right}: operands; {one}, {other}: types such as int</extracomment>
        <label>step in words</label>
        <translation>`{left}`의 타입은 {one}, `{right}`의 타입은 {other}입니다.</translation>
    </message>
    <message id="name-is-local">
        <source>Line {line} binds `{name}`, so `{name}` is local to `{function}`; here it has no value.</source>
        <extracomment>{line}: a line number; {name}: a name; {function}: the function with that line</extracomment>
        <label>step in words</label>
        <translation>{line}번 줄에서 `{name}`[을/를] 정의하므로 `{name}`[은/는] `{function}`의 지역 이름이며, 여기서는 값이 없습니다.</translation>
    </message>
    <message id="name-of-except">
        <source>`{name}` exists only in the block of `except` on line {line}, which removes it at its end.</source>
        <extracomment>{name}: a name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] {line}번 줄의 `except` 블록 안에만 있습니다. `except`는 블록이 끝날 때 그 이름을 없앱니다.</translation>
    </message>
    <message id="name-without-value">
        <source>Line {line} binds `{name}`, but here `{name}` has no value.</source>
        <extracomment>{line}: a line number; {name}: a name</extracomment>
        <label>step in words</label>
        <translation>`{name}`[은/는] {line}번 줄에서 정의되지만, 여기서는 값이 없습니다.</translation>
    </message>
    <message id="passing-exception">
        <source>`{value}` passes through `{function}`, line {line}.</source>
        <extracomment>{value}: a value as Python writes it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{value}`[이/가] `{function}`의 {line}번 줄로 전파됩니다.</translation>
    </message>
    <message id="exit-with-code">
        <source>SystemExit ends the program with exit code {code}.</source>
        <label>step in words</label>
        <translation>SystemExit로 프로그램을 끝냅니다. 종료 코드는 {code}입니다.</translation>
    </message>
    <message id="exit-with-message">
        <source>SystemExit ends the program: it writes `{text}` to standard error, and the exit code is 1.</source>
        <label>step in words</label>
        <translation>SystemExit로 프로그램을 끝냅니다. 표준 오류에 `{text}`[을/를] 쓰고, 종료 코드는 1입니다.</translation>
    </message>
    <message id="finished">
        <source>The program has finished.</source>
        <label>step in words</label>
        <translation>프로그램이 끝났습니다.</translation>
    </message>
    <message id="finished-alone">
        <source>The main thread has finished; other threads go on.</source>
        <label>step in words</label>
        <translation>메인 스레드가 끝났습니다. 다른 스레드는 계속 실행됩니다.</translation>
    </message>
    <message id="uncaught">
        <source>`{value}` was not caught, so the program stops.</source>
        <extracomment>{value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{value}`[이/가] 처리되지 않아 프로그램이 중단됩니다.</translation>
    </message>
    <message id="frame-gone">
        <source>The frame of `{function}` is gone, along with its names.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 프레임이 그 이름들과 함께 사라졌습니다.</translation>
    </message>
    <message id="frame-gone-thread">
        <source>In thread {thread}, the frame of `{function}` is gone, along with its names.</source>
        <extracomment>{thread}: a thread&apos;s name; {function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>스레드 {thread}에서 `{function}`의 프레임이 그 이름들과 함께 사라졌습니다.</translation>
    </message>
    <message id="frame-gone-earlier">
        <source>The earlier call of `{function}` has ended: its frame is gone, along with its names.</source>
        <label>step in words</label>
        <translation>앞의 `{function}` 호출이 끝나 그 프레임이 이름들과 함께 사라졌습니다.</translation>
    </message>
    <message id="frame-gone-inner">
        <source>The inner call of `{function}` has ended: its frame is gone, along with its names.</source>
        <label>step in words</label>
        <translation>안쪽 `{function}` 호출이 끝나 그 프레임이 이름들과 함께 사라졌습니다.</translation>
    </message>
    <message id="frame-kept">
        <source>`{function}` has ended; the traceback of an exception keeps its frame and its names.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}`[이/가] 끝났지만, 예외의 트레이스백이 그 프레임과 이름들을 그대로 갖고 있습니다.</translation>
    </message>
    <message id="frame-paused">
        <source>The frame of `{function}` is paused and keeps its names ({value}).</source>
        <extracomment>{function}: a function&apos;s name; {value}: a generator or coroutine, as in generator #3</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 프레임이 이름들을 그대로 지닌 채 멈추었습니다({value}).</translation>
    </message>
    <message id="frame-leaves">
        <source>The frame of `{function}` left the stack while paused; it keeps its names until it is freed.</source>
        <extracomment>{function}: the name of a function</extracomment>
        <label>step in words</label>
        <translation>`{function}`의 프레임이 멈춘 채 스택에서 빠졌습니다. 해제될 때까지 이름들을 갖고 있습니다.</translation>
    </message>
    <message id="name-new">
        <source>New name `{name}` in {scope} refers to {new}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{scope}의 새 이름 `{name}`[이/가] {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="name-new-shared">
        <source>New name `{name}` in {scope} refers to {new}, an existing object.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{scope}의 새 이름 `{name}`[이/가] 이미 있던 {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="name-now-refers">
        <source>Name `{name}` in {scope} now refers to {new} (was {old}).</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 이제 {new}[을/를] 가리킵니다(이전: {old}).</translation>
    </message>
    <message id="name-now-refers-shared">
        <source>Name `{name}` in {scope} now refers to {new}, an existing object (was {old}).</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 이제 {new}[을/를] 가리킵니다(이미 있던 객체, 이전: {old}).</translation>
    </message>
    <message id="name-refers-another">
        <source>Name `{name}` in {scope} now refers to another {new}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now, which looks like the one before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 이제 다른 {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="name-deleted">
        <source>Name `{name}` in {scope} is gone; it referred to {old}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 사라졌습니다. {old}[을/를] 가리키고 있었습니다.</translation>
    </message>
    <message id="name-of-except-gone">
        <source>Name `{name}` in {scope} is gone: `except` removes its name at the end of the block.</source>
        <extracomment>{name}: a name; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{scope}의 이름 `{name}`[이/가] 사라졌습니다. `except`는 블록이 끝날 때 그 이름을 없앱니다.</translation>
    </message>
    <message id="result-begun">
        <source>The comprehension is building {what}.</source>
        <extracomment>{what}: the list, set or dict of a comprehension, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>컴프리헨션이 {what}[을/를] 만드는 중입니다.</translation>
    </message>
    <message id="result-done">
        <source>The comprehension is over; it has built {what}.</source>
        <extracomment>{what}: the list, set or dict of a comprehension, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>컴프리헨션이 끝났습니다. {what}[을/를] 만들었습니다.</translation>
    </message>
    <message id="result-given-up">
        <source>The exception ends the comprehension, which was building {what}.</source>
        <extracomment>{what}: the list, set or dict of a comprehension, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>예외 때문에 컴프리헨션이 중단되었습니다. {what}[을/를] 만들던 중이었습니다.</translation>
    </message>
    <message id="items-begun">
        <source>The items of the generator expression are collected in {what}.</source>
        <extracomment>{what}: a list or set, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>제너레이터 표현식의 항목을 {what}에 모으기 시작합니다.</translation>
    </message>
    <message id="items-done">
        <source>The generator expression is over; its items were collected in {what}.</source>
        <extracomment>{what}: a list or set, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>제너레이터 표현식이 끝났습니다. 그 항목을 {what}에 모았습니다.</translation>
    </message>
    <message id="items-given-up">
        <source>The exception ends the generator expression, whose items were collected in {what}.</source>
        <extracomment>{what}: a list or set, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>예외 때문에 제너레이터 표현식이 중단되었습니다. 그 항목을 {what}에 모으던 중이었습니다.</translation>
    </message>
    <message id="slot-new">
        <source>`{slot}` of {holder} refers to {new}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="slot-now-refers">
        <source>`{slot}` of {holder} now refers to {new} (was {old}).</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] 이제 {new}[을/를] 가리킵니다(이전: {old}).</translation>
    </message>
    <message id="slot-refers-another">
        <source>`{slot}` of {holder} now refers to another {new}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now, which looks like the one before</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] 이제 다른 {new}[을/를] 가리킵니다.</translation>
    </message>
    <message id="slot-gone">
        <source>`{slot}` of {holder} is gone; it referred to {old}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`[이/가] 사라졌습니다. {old}[을/를] 가리키고 있었습니다.</translation>
    </message>
    <message id="items-new">
        <source>{holder} has new items at `{slot}`: {new}.</source>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`에 새 항목이 생겼습니다: {new}.</translation>
    </message>
    <message id="items-gone">
        <source>The items at `{slot}` of {holder} are gone: {old}.</source>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`에 있던 항목이 사라졌습니다: {old}.</translation>
    </message>
    <message id="items-replaced">
        <source>The items at `{slot}` of {holder} were replaced: {old} → {new}.</source>
        <label>step in words</label>
        <translation>{holder}의 `{slot}`에 있던 항목이 바뀌었습니다: {old} → {new}.</translation>
    </message>
    <message id="items-moved-up" numerus="yes">
        <source>%n items after it moved up to fill the gap.</source>
        <label>step in words</label>
        <translation>
            <numerusform>그 뒤의 항목 %n개가 앞으로 당겨졌습니다.</numerusform>
        </translation>
    </message>
    <message id="items-moved-back" numerus="yes">
        <source>%n items after it moved back to make room.</source>
        <label>step in words</label>
        <translation>
            <numerusform>그 뒤의 항목 %n개가 뒤로 밀렸습니다.</numerusform>
        </translation>
    </message>
    <message id="loop-skips">
        <source>If the loop goes on, it continues at `{slot}` and skips {what}.</source>
        <extracomment>{slot}: a place such as [1]; {what}: objects that have moved to earlier places</extracomment>
        <label>step in words</label>
        <translation>반복문이 계속되면 `{slot}`부터 이어지므로 {what}[을/를] 건너뜁니다.</translation>
    </message>
    <message id="item-in-set">
        <source>{holder} now contains {what}.</source>
        <extracomment>{holder}: a set, as in set #3; {what}: an object, as in int 3</extracomment>
        <label>step in words</label>
        <translation>{holder}에 {what}[이/가] 들어갔습니다.</translation>
    </message>
    <message id="item-not-in-set">
        <source>{holder} no longer contains {what}.</source>
        <extracomment>{holder}: a set, as in set #3; {what}: an object, as in int 3</extracomment>
        <label>step in words</label>
        <translation>{holder}에서 {what}[이/가] 빠졌습니다.</translation>
    </message>
    <message id="set-has-it">
        <source>{holder} has that value already: nothing changed.</source>
        <label>step in words</label>
        <translation>{holder}에 이미 있는 값이므로 바뀐 것이 없습니다.</translation>
    </message>
    <message id="set-has-it-not">
        <source>{holder} does not have that value: nothing changed.</source>
        <label>step in words</label>
        <translation>{holder}에 없는 값이므로 바뀐 것이 없습니다.</translation>
    </message>
    <message id="value-stays">
        <source>Objects of type {kind} never change: `{code}` is still {what}.</source>
        <extracomment>{kind}: a type, such as str; {code}: code of the program that has this value; {what}: the value</extracomment>
        <label>step in words</label>
        <translation>{kind} 타입의 객체는 바뀌지 않습니다. `{code}`[은/는] 여전히 {what}입니다.</translation>
    </message>
    <message id="holder-stays">
        <source>The call left {holder} as it was.</source>
        <extracomment>{holder}: a container and how the program reaches it</extracomment>
        <label>step in words</label>
        <translation>이 호출은 {holder}[을/를] 바꾸지 않았습니다.</translation>
    </message>
    <message id="list-sorts" numerus="yes">
        <source>`sort` keeps the list empty while it runs: %n items will be back at the end, in order.</source>
        <label>step in words</label>
        <translation>
            <numerusform>`sort`가 실행되는 동안 리스트는 비어 있습니다. 항목 %n개는 정렬이 끝나면 순서대로 돌아옵니다.</numerusform>
        </translation>
    </message>
    <message id="list-sorted">
        <source>{holder} is now sorted: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}[이/가] 정렬되었습니다: `{now}`.</translation>
    </message>
    <message id="list-sorted-with">
        <source>{holder} is now sorted (`{code}`): `{now}`.</source>
        <extracomment>{code}: the arguments of sort, such as key=len, reverse=True</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 정렬되었습니다(`{code}`): `{now}`.</translation>
    </message>
    <message id="list-reversed">
        <source>{holder} is now reversed: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}의 순서가 거꾸로 바뀌었습니다: `{now}`.</translation>
    </message>
    <message id="change-shows-in">
        <source>The change also shows in {names}: the same {kind}.</source>
        <extracomment>{names}: expressions of the program for the object</extracomment>
        <label>step in words</label>
        <translation>{names}에서도 같은 {kind}의 바뀐 내용이 보입니다.</translation>
    </message>
    <message id="items-are-same" numerus="yes">
        <source>The %n items of {holder} are one and the same {kind}.</source>
        <extracomment>{holder}: a list; {kind}: the type of its items</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>{holder}의 항목 %n개가 모두 같은 {kind} 하나를 가리킵니다.</numerusform>
        </translation>
    </message>
    <message id="values-are-same" numerus="yes">
        <source>The %n values of {holder} are one and the same {kind}.</source>
        <extracomment>{holder}: a dict; {kind}: the type of its values</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>{holder}의 값 %n개가 모두 같은 {kind} 하나를 가리킵니다.</numerusform>
        </translation>
    </message>
    <message id="dict-reordered">
        <source>{holder} has its entries in another order: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}의 항목 순서가 바뀌었습니다: `{now}`.</translation>
    </message>
    <message id="deque-rotated">
        <source>{holder} is now rotated: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}의 항목이 회전했습니다: `{now}`.</translation>
    </message>
    <message id="value-now">
        <source>{holder} is now `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}의 내용이 이제 `{now}`입니다.</translation>
    </message>
    <message id="list-shuffled">
        <source>{holder} is now shuffled: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}의 순서가 무작위로 섞였습니다: `{now}`.</translation>
    </message>
    <message id="list-heapified">
        <source>{holder} is now in heap order, the smallest item first: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}[이/가] 힙 순서가 되었습니다. 가장 작은 항목이 맨 앞에 있습니다: `{now}`.</translation>
    </message>
    <message id="heap-pushed">
        <source>{new} came into {holder}, which is in heap order again: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}에 {new}[이/가] 들어가 다시 힙 순서가 되었습니다: `{now}`.</translation>
    </message>
    <message id="heap-popped">
        <source>{old} left {holder}, which is in heap order again: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}에서 {old}[이/가] 빠지고 나머지가 다시 힙 순서가 되었습니다: `{now}`.</translation>
    </message>
    <message id="heap-replaced">
        <source>{old} left {holder} and {new} came in; it is in heap order again: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder}에서 {old}[이/가] 빠지고 {new}[이/가] 들어가 다시 힙 순서가 되었습니다: `{now}`.</translation>
    </message>
    <message id="array-made">
        <source>{what} got an array with {now} places.</source>
        <extracomment>{what}: an object, as in list #3; {now}: how many items it has places for</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] {now}칸짜리 배열을 할당받았습니다.</translation>
    </message>
    <message id="array-grew">
        <source>{what} grew its array from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 배열이 자리를 옮기지 않고 {old}칸에서 {now}칸으로 커졌습니다.</translation>
    </message>
    <message id="array-grew-moved">
        <source>{what} grew its array from {old} to {now} places; the array moved.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 배열이 {old}칸에서 {now}칸으로 커지면서 다른 자리로 옮겨졌습니다.</translation>
    </message>
    <message id="array-shrank">
        <source>{what} shrank its array from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 배열이 자리를 옮기지 않고 {old}칸에서 {now}칸으로 줄었습니다.</translation>
    </message>
    <message id="array-shrank-moved">
        <source>{what} shrank its array from {old} to {now} places; the array moved.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 배열이 {old}칸에서 {now}칸으로 줄면서 다른 자리로 옮겨졌습니다.</translation>
    </message>
    <message id="array-moved">
        <source>{what} has another array, with {now} places too.</source>
        <extracomment>{what}: an object, as in list #3; {now}: how many items it has places for</extracomment>
        <label>step in words</label>
        <translation>{what}의 배열이 같은 {now}칸짜리 다른 배열로 바뀌었습니다.</translation>
    </message>
    <message id="table-made">
        <source>{what} got a table for {now} entries.</source>
        <extracomment>{what}: an object, as in dict #3; {now}: how many entries fit</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 항목 {now}개를 담을 수 있는 해시 테이블을 할당받았습니다.</translation>
    </message>
    <message id="table-grew">
        <source>{what} grew its table from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 해시 테이블이 자리를 옮기지 않고 {old}칸에서 {now}칸으로 커졌습니다.</translation>
    </message>
    <message id="table-grew-moved">
        <source>{what} grew its table from {old} to {now} places: the entries were copied into a new one.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 해시 테이블이 {old}칸에서 {now}칸으로 커졌습니다. 항목을 새 테이블로 복사했습니다.</translation>
    </message>
    <message id="table-shrank">
        <source>{what} shrank its table from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 해시 테이블이 자리를 옮기지 않고 {old}칸에서 {now}칸으로 줄었습니다.</translation>
    </message>
    <message id="table-shrank-moved">
        <source>{what} shrank its table from {old} to {now} places: the entries were copied into a new one.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what}의 해시 테이블이 {old}칸에서 {now}칸으로 줄었습니다. 항목을 새 테이블로 복사했습니다.</translation>
    </message>
    <message id="table-moved">
        <source>{what} has another table, with {now} places too.</source>
        <extracomment>{what}: an object, as in dict #3; {now}: how many entries fit</extracomment>
        <label>step in words</label>
        <translation>{what}의 해시 테이블이 같은 {now}칸짜리 다른 테이블로 바뀌었습니다.</translation>
    </message>
    <message id="block-used-again">
        <source>{what} reuses the memory that {was} had.</source>
        <extracomment>{what}: the new object, as in list #7; {was}: the one that was freed, as in list #4</extracomment>
        <label>step in words</label>
        <translation>{what}[은/는] {was}[이/가] 쓰던 메모리를 재사용합니다.</translation>
    </message>
    <message id="text-in-place">
        <source>The text of `{name}` grew in place, from {old} to {now} bytes: nothing was copied.</source>
        <extracomment>{name}: a variable; {old}, {now}: bytes</extracomment>
        <label>step in words</label>
        <translation>`{name}`의 문자열이 자리를 옮기지 않고 {old}바이트에서 {now}바이트로 커졌습니다. 복사하지 않았습니다.</translation>
    </message>
    <message id="text-copied">
        <source>The text of `{name}` was copied into a new block, from {old} to {now} bytes.</source>
        <extracomment>{name}: a variable; {old}, {now}: bytes</extracomment>
        <label>step in words</label>
        <translation>`{name}`의 문자열을 새 블록에 복사했습니다({old}바이트 → {now}바이트).</translation>
    </message>
    <message id="iterator-counted">
        <source>{holder} advances: the next value is {value}.</source>
        <extracomment>{holder}: the iterator of a range; {value}: a number</extracomment>
        <label>picture</label>
        <translation>{holder}[이/가] 앞으로 나아갑니다. 다음 값은 {value}입니다.</translation>
    </message>
    <message id="enumerate-moved">
        <source>The counter of {holder} is now {index}.</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {index}: a number</extracomment>
        <label>step in words</label>
        <translation>{holder}의 번호가 이제 {index}입니다.</translation>
    </message>
    <message id="iterator-moved">
        <source>{holder} advances in {over}: next is [{index}].</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {over}: what it walks, as in list `xs`; {index}: a position, from 0 on</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] {over}에서 앞으로 나아갑니다. 다음은 [{index}]입니다.</translation>
    </message>
    <message id="iterator-moved-in">
        <source>{holder} advances in {over}.</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {over}: what it walks, as in list `xs`</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] {over}에서 앞으로 나아갑니다.</translation>
    </message>
    <message id="iterator-at-end">
        <source>{holder} is at the end of {over}: no items are left.</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {over}: what it walks, as in list `xs`</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] {over}의 끝에 이르렀습니다. 남은 항목이 없습니다.</translation>
    </message>
    <message id="object-new">
        <source>{what} is new on the heap.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 힙에 새로 생겼습니다.</translation>
    </message>
    <message id="object-seen">
        <source>{what} appears here for the first time.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 여기서 처음 나타났습니다.</translation>
    </message>
    <message id="constant-seen">
        <source>{what} is a constant: it was created when the code was compiled.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[은/는] 상수입니다. 코드를 컴파일할 때 이미 만들어졌습니다.</translation>
    </message>
    <message id="immortal-seen">
        <source>{what} already exists; Python reuses it (it is never freed).</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[은/는] 이미 있으며 파이썬이 재사용합니다(해제되지 않습니다).</translation>
    </message>
    <message id="count-changed">
        <source>Reference count of {what}: {old} → {new}.</source>
        <extracomment>{what}: an object, as in list #3; {old}: the object or number before; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>{what}의 참조 횟수: {old} → {new}.</translation>
    </message>
    <message id="became-immortal">
        <source>{what} is immortal from now on: its references are not counted.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[은/는] 이제 불멸 객체이므로 참조를 세지 않습니다.</translation>
    </message>
    <message id="no-count">
        <source>No reference count changes: the objects this line used are immortal.</source>
        <label>step in words</label>
        <translation>바뀐 참조 횟수가 없습니다. 이 줄이 사용한 객체는 모두 불멸 객체입니다.</translation>
    </message>
    <message id="freed">
        <source>{what} is freed: nothing refers to it any more.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. 이제 이것을 가리키는 참조가 없습니다.</translation>
    </message>
    <message id="freed-by-rebound">
        <source>{what} is freed: the last reference was `{where}` in {scope}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {scope}의 `{where}`[이/가] 마지막 참조였습니다.</translation>
    </message>
    <message id="freed-by-deleted">
        <source>{what} is freed: the last reference was `{where}` in {scope}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {scope}의 `{where}`[이/가] 마지막 참조였습니다.</translation>
    </message>
    <message id="freed-by-frame-ended">
        <source>{what} is freed: the last reference, `{where}`, ended with the frame of `{scope}`.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. 마지막 참조인 `{where}`[이/가] `{scope}`의 프레임과 함께 사라졌습니다.</translation>
    </message>
    <message id="freed-by-replaced">
        <source>{what} is freed: the last reference was `{where}` of {holder}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {holder}의 `{where}`[이/가] 마지막 참조였습니다.</translation>
    </message>
    <message id="freed-by-removed">
        <source>{what} is freed: the last reference was `{where}` of {holder}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {holder}의 `{where}`[이/가] 마지막 참조였습니다.</translation>
    </message>
    <message id="freed-by-dropped">
        <source>{what} is freed: {holder} no longer refers to it.</source>
        <extracomment>{what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. {holder}[이/가] 더는 이것을 가리키지 않습니다.</translation>
    </message>
    <message id="freed-by-holder-died">
        <source>{what} is freed with {holder}, which referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 자신을 가리키던 {holder}[과/와] 함께 해제되었습니다.</translation>
    </message>
    <message id="freed-by-not-kept">
        <source>{what} is freed: `{scope}` returned it, but nothing stored it.</source>
        <extracomment>{what}: an object, as in list #3; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. `{scope}`[이/가] 반환했지만 저장되지 않았습니다.</translation>
    </message>
    <message id="freed-by-collector">
        <source>{what} is freed: the garbage collector found its reference cycle.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what}[이/가] 해제되었습니다. 가비지 컬렉터가 순환 참조를 찾아냈습니다.</translation>
    </message>
    <message id="unreachable">
        <source>No name reaches {what} any more; only a reference cycle keeps it alive.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>이제 어떤 이름에서도 {what}에 닿을 수 없습니다. 순환 참조만이 살려 두고 있습니다.</translation>
    </message>
    <message id="collected" numerus="yes">
        <source>The garbage collector (generation {generation}) freed %n objects.</source>
        <extracomment>{generation}: 0, 1 or 2</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>가비지 컬렉터({generation}세대)가 객체 %n개를 해제했습니다.</numerusform>
        </translation>
    </message>
    <message id="print-to">
        <source>`print` wrote to `{code}`.</source>
        <extracomment>{code}: the file that it wrote to, as the program has it</extracomment>
        <label>step in words</label>
        <translation>`print`[이/가] `{code}`에 썼습니다.</translation>
    </message>
    <message id="print-nothing">
        <source>`print` wrote nothing to the output of the program.</source>
        <label>step in words</label>
        <translation>`print`[이/가] 프로그램의 출력에 쓴 것은 없습니다.</translation>
    </message>
    <message id="input-read">
        <source>`input` read {what}.</source>
        <extracomment>{what}: a str, as sentences name it</extracomment>
        <label>step in words</label>
        <translation>`input`[이/가] {what}[을/를] 읽었습니다.</translation>
    </message>
    <message id="input-read-lines" numerus="yes">
        <source>`input` read %n lines.</source>
        <label>step in words</label>
        <translation>
            <numerusform>`input`[이/가] %n줄을 읽었습니다.</numerusform>
        </translation>
    </message>
    <message id="printed-text">
        <source>It printed: `{text}`</source>
        <extracomment>{text}: what the program printed</extracomment>
        <label>step in words</label>
        <translation>출력: `{text}`</translation>
    </message>
    <message id="printed-to-errors">
        <source>It wrote to the error output: `{text}`</source>
        <extracomment>{text}: text that the step wrote to sys.stderr</extracomment>
        <label>step in words</label>
        <translation>오류 출력: `{text}`</translation>
    </message>
    <message id="printed-lines" numerus="yes">
        <source>It printed %n empty lines.</source>
        <label>step in words</label>
        <translation>
            <numerusform>빈 줄을 %n개 출력했습니다.</numerusform>
        </translation>
    </message>
    <message id="printed-spaces" numerus="yes">
        <source>It printed %n spaces.</source>
        <label>step in words</label>
        <translation>
            <numerusform>공백을 %n개 출력했습니다.</numerusform>
        </translation>
    </message>
    <message id="printed" numerus="yes">
        <source>The program printed %n bytes.</source>
        <label>step in words</label>
        <translation>
            <numerusform>프로그램이 %n바이트를 출력했습니다.</numerusform>
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
        <source>{holder} is now paused at line {line}; it keeps its names.</source>
        <extracomment>{holder}: what refers to it, as in list #3; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] {line}번 줄에서 멈추고, 이름들은 그대로 갖고 있습니다.</translation>
    </message>
    <message id="generator-now-running">
        <source>{holder} is now running.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 이제 실행 중입니다.</translation>
    </message>
    <message id="generator-now-closed">
        <source>{holder} has finished.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 끝났습니다.</translation>
    </message>
    <message id="generator-now-created">
        <source>{holder} has not started yet.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[은/는] 아직 시작하지 않았습니다.</translation>
    </message>
    <message id="iterator-ended">
        <source>{holder} is exhausted.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder}[이/가] 소진되었습니다.</translation>
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
            <numerusform>스레드 {thread}[이/가] %n번 잠금</numerusform>
        </translation>
    </message>
    <message id="thread">
        <source>Thread {n}</source>
        <extracomment>{n}: the number of a thread</extracomment>
        <label>picture</label>
        <translation>스레드 {n}</translation>
    </message>
    <message id="deadlock" numerus="yes">
        <source>Deadlock: %n threads wait for each other in a cycle; none of them can ever continue.</source>
        <label>step in words</label>
        <translation>
            <numerusform>교착 상태: 스레드 %n개가 서로를 순환하며 기다리므로 어느 것도 계속 실행될 수 없습니다.</numerusform>
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
        <source>Run progress</source>
        <label>lab</label>
        <translation>실행 진행률</translation>
    </message>
    <message id="lab.seconds_left" numerus="yes">
        <source>about %n seconds left</source>
        <label>lab</label>
        <translation>
            <numerusform>약 %n초 남음</numerusform>
        </translation>
    </message>
    <message id="lab.minutes_left" numerus="yes">
        <source>about %n minutes left</source>
        <label>lab</label>
        <translation>
            <numerusform>약 %n분 남음</numerusform>
        </translation>
    </message>
    <message id="lab.whole">
        <source>Complete</source>
        <label>lab</label>
        <translation>완료</translation>
    </message>
    <message id="lab.broken_off">
        <source>Stopped; partial results</source>
        <label>lab</label>
        <translation>중단됨, 일부 결과</translation>
    </message>
    <message id="lab.cut_short">
        <source>Cancelled; partial results</source>
        <label>lab</label>
        <translation>취소됨, 일부 결과</translation>
    </message>
    <message id="lab.cancelled">
        <source>Cancelled</source>
        <label>lab</label>
        <translation>취소됨</translation>
    </message>
    <message id="lab.failed">
        <source>The lab stopped before it finished.</source>
        <label>lab</label>
        <translation>실험이 끝나기 전에 중단되었습니다.</translation>
    </message>
    <message id="lab.history">
        <source>History {runs}</source>
        <extracomment>{runs}: how many</extracomment>
        <label>lab</label>
        <translation>지난 실행 {runs}</translation>
    </message>
    <message id="lab.history_title">
        <source>Earlier runs</source>
        <label>lab</label>
        <translation>지난 실행</translation>
    </message>
    <message id="lab.history_none">
        <source>No saved runs yet. Each run is saved when it ends.</source>
        <label>lab</label>
        <translation>아직 저장된 실행이 없습니다. 실행은 끝날 때마다 저장됩니다.</translation>
    </message>
    <message id="lab.history_show">
        <source>Show</source>
        <label>lab</label>
        <translation>보기</translation>
    </message>
    <message id="lab.history_compare">
        <source>Compare with current</source>
        <label>lab</label>
        <translation>현재 결과와 비교</translation>
    </message>
    <message id="lab.history_alone">
        <source>Stop comparing</source>
        <label>lab</label>
        <translation>비교 중지</translation>
    </message>
    <message id="lab.history_forget">
        <source>Delete</source>
        <label>lab</label>
        <translation>삭제</translation>
    </message>
    <message id="lab.history_back">
        <source>Undo delete</source>
        <label>lab</label>
        <translation>삭제 취소</translation>
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
        <source>All data (HDF5)</source>
        <label>lab</label>
        <translation>전체 데이터 (HDF5)</translation>
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
        <source>{waits} per step</source>
        <extracomment>{waits}: a time, as in 0.1 s</extracomment>
        <label>lab</label>
        <translation>단계마다 {waits}</translation>
    </message>
    <message id="lab.scale_request">
        <source>{waits} per request</source>
        <extracomment>{waits}: a time, as in 20 ms</extracomment>
        <label>lab</label>
        <translation>요청마다 {waits}</translation>
    </message>
    <message id="lab.repeats">
        <source>Repeats</source>
        <label>lab</label>
        <translation>반복</translation>
    </message>
    <message id="lab.until_narrow">
        <source>until precise</source>
        <label>lab</label>
        <translation>정밀해질 때까지</translation>
    </message>
    <message id="lab.contestants">
        <source>Methods</source>
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
        <source>Method</source>
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
        <source>95% interval</source>
        <label>lab</label>
        <translation>95% 구간</translation>
    </message>
    <message id="lab.published">
        <source>Published</source>
        <label>lab</label>
        <translation>발표된 값</translation>
    </message>
    <message id="lab.published_scaled">
        <source>Published × {scale}</source>
        <extracomment>{scale}: a number</extracomment>
        <label>lab</label>
        <translation>발표된 값 × {scale}</translation>
    </message>
    <message id="lab.against">
        <source>Relative speed</source>
        <extracomment>how fast, where the first method is 1</extracomment>
        <label>lab</label>
        <translation>상대 속도</translation>
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
        <source>{workload}, {scale}, jobs: {jobs}, steps: {steps}, methods: {methods}, repeats in total: {repeats}</source>
        <extracomment>{workload}: a workload; {scale}: as in 0.1 s per step; the others: how many</extracomment>
        <label>lab</label>
        <translation>{workload}, {scale}, 일 {jobs}, 단계 {steps}, 방식 {methods}, 반복 모두 {repeats}</translation>
    </message>
    <message id="lab.partial">
        <source>not finished</source>
        <label>lab</label>
        <translation>끝까지 재지 않음</translation>
    </message>
    <message id="lab.compared_other">
        <source>The earlier run had other settings or was not finished, so the two cannot be compared directly:</source>
        <extracomment>a description of that run follows</extracomment>
        <label>lab</label>
        <translation>지난 실행은 설정이 다르거나 끝까지 재지 않아서 그대로 비교할 수 없습니다:</translation>
    </message>
    <message id="lab.other_runs">
        <source>{lab} is running.</source>
        <extracomment>{lab}: the name of a lab</extracomment>
        <label>lab</label>
        <translation>{lab}[이/가] 실행 중입니다.</translation>
    </message>
    <message id="lab.one_at_a_time">
        <source>Two labs at once would slow each other down, and the times would be wrong.</source>
        <label>lab</label>
        <translation>두 실험실이 동시에 재면 서로 느려져서 시간이 맞지 않습니다.</translation>
    </message>
    <message id="lab.stop_and_run">
        <source>Stop it and run this one</source>
        <label>lab</label>
        <translation>멈추고 이것을 실행</translation>
    </message>
    <message id="lab.nothing_yet">
        <source>Nothing measured yet. Press Run to compare methods on this machine.</source>
        <label>lab</label>
        <translation>아직 측정하지 않았습니다. 실행을 누르면 이 컴퓨터에서 여러 방식을 비교합니다.</translation>
    </message>
    <message id="lab.whiskers_range">
        <source>whiskers show the range</source>
        <extracomment>Follows the note of a plot, after a semicolon</extracomment>
        <label>lab</label>
        <translation>수염은 범위를 나타냄</translation>
    </message>
    <message id="lab.whiskers_interval">
        <source>whiskers show the 95% interval</source>
        <extracomment>Follows the note of a plot, after a semicolon</extracomment>
        <label>lab</label>
        <translation>수염은 95% 구간을 나타냄</translation>
    </message>
    <message id="lab.whiskers_both">
        <source>whiskers show the range, from {least} repeats on the 95% interval</source>
        <extracomment>Follows the note of a plot, after a semicolon; {least}: a number of repeats</extracomment>
        <label>lab</label>
        <translation>수염은 범위를, 반복 {least}번부터는 95% 구간을 나타냄</translation>
    </message>
    <message id="lab.log_axes">
        <source>logarithmic axes</source>
        <extracomment>Follows the note of a plot, after a semicolon</extracomment>
        <label>lab</label>
        <translation>로그 눈금</translation>
    </message>
    <message id="lab.measuring">
        <source>Nothing measured yet: the run is still in progress.</source>
        <label>lab</label>
        <translation>측정한 값이 아직 없습니다. 실행 중입니다.</translation>
    </message>
    <message id="lab.times">
        <source>{times} ×</source>
        <extracomment>{times}: a number</extracomment>
        <label>lab</label>
        <translation>{times}배</translation>
    </message>
    <message id="verdict.so_far" numerus="yes">
        <source>So far: %n of {all} repeats, counted over all methods.</source>
        <extracomment>{all}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>지금까지 모든 방식을 합해 {all}번 가운데 %n번을 쟀습니다.</numerusform>
        </translation>
    </message>
    <message id="verdict.so_far_most" numerus="yes">
        <source>So far: %n of at most {all} repeats, counted over all methods.</source>
        <extracomment>{all}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>지금까지 모든 방식을 합해 많아야 {all}번 가운데 %n번을 쟀습니다.</numerusform>
        </translation>
    </message>
    <message id="lab.too_few" numerus="yes">
        <source>A comparison needs at least {least} repeats of each; the fewest is %n.</source>
        <extracomment>{least}: a number</extracomment>
        <label>lab</label>
        <translation>
            <numerusform>가장 적게 반복한 방식의 반복은 %n번입니다. 비교하려면 방식마다 {least}번이 필요합니다.</numerusform>
        </translation>
    </message>
    <message id="lab.turns" numerus="yes">
        <source>{name}, observed in a separate run: %n switches between jobs; more than one ran at once {percent}% of the time.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>lab</label>
        <translation>
            <numerusform>{name}, 따로 한 번 더 실행해 관찰: 일 사이를 %n번 전환했고, 둘 이상이 동시에 실행된 시간은 {percent}%입니다.</numerusform>
        </translation>
    </message>
    <message id="lab.watching">
        <source>{name}: observing which job runs when</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>{name}: 어떤 일이 언제 실행되는지 관찰하는 중</translation>
    </message>
    <message id="lab.bars">
        <source>Time to finish all jobs</source>
        <label>lab</label>
        <translation>모든 일을 끝내는 데 걸린 시간</translation>
    </message>
    <message id="tab.program_waits">
        <source>Program · waiting for input</source>
        <label>tab</label>
        <translation>프로그램 · 입력을 기다리는 중</translation>
    </message>
    <message id="tab.program_ended">
        <source>Program · finished</source>
        <label>tab</label>
        <translation>프로그램 · 끝남</translation>
    </message>
    <message id="tab.lab_runs">
        <source>{lab} · running</source>
        <extracomment>{lab}: the name of a lab</extracomment>
        <label>tab</label>
        <translation>{lab} · 실행 중</translation>
    </message>
    <message id="lab.no_rows">
        <source>No results yet</source>
        <label>lab</label>
        <translation>아직 결과가 없습니다</translation>
    </message>
    <message id="lab.bars_note">
        <source>shorter is better; bars are medians, each dot is one repeat</source>
        <label>lab</label>
        <translation>짧을수록 좋음; 막대는 중앙값, 점 하나는 반복 한 번</translation>
    </message>
    <message id="lab.bars_note_range" numerus="yes">
        <source>shorter is better; median of %n repeats; whiskers show the range, each dot is one repeat</source>
        <label>lab</label>
        <translation>
            <numerusform>짧을수록 좋음; 반복 %n번의 중앙값, 수염은 범위, 점 하나는 반복 한 번</numerusform>
        </translation>
    </message>
    <message id="lab.bars_note_interval" numerus="yes">
        <source>shorter is better; median of %n repeats; whiskers show the 95% interval, each dot is one repeat</source>
        <label>lab</label>
        <translation>
            <numerusform>짧을수록 좋음; 반복 %n번의 중앙값, 수염은 95% 구간, 점 하나는 반복 한 번</numerusform>
        </translation>
    </message>
    <message id="lab.gantt">
        <source>Which job ran when</source>
        <label>lab</label>
        <translation>어떤 일이 언제 실행되었나</translation>
    </message>
    <message id="lab.gantt_note">
        <source>each block is one step of a job</source>
        <label>lab</label>
        <translation>칸 하나는 일의 한 단계</translation>
    </message>
    <message id="lab.more_jobs">
        <source>then, in the same colours again: {names}</source>
        <extracomment>Follows the colours and names of the first jobs in a legend, if there are more jobs; {names}: those of the others</extracomment>
        <label>lab</label>
        <translation>이어서 다시 같은 색 순서로: {names}</translation>
    </message>
    <message id="lab.gantt_sleep">
        <source>the repeat nearest the median; each block is one wait</source>
        <label>lab</label>
        <translation>중앙값에 가장 가까운 반복, 칸 하나는 기다림 한 번</translation>
    </message>
    <message id="lab.gantt_cpu">
        <source>the repeat nearest the median; each block is one step of counting</source>
        <label>lab</label>
        <translation>중앙값에 가장 가까운 반복, 칸 하나는 계산 한 단계</translation>
    </message>
    <message id="lab.gantt_io">
        <source>the repeat nearest the median; each block is one request</source>
        <label>lab</label>
        <translation>중앙값에 가장 가까운 반복, 칸 하나는 요청 한 번</translation>
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
    <message id="lab.numbers">
        <source>numbers</source>
        <extracomment>the name of a job</extracomment>
        <label>lab</label>
        <translation>숫자</translation>
    </message>
    <message id="lab.letters">
        <source>letters</source>
        <extracomment>the name of a job</extracomment>
        <label>lab</label>
        <translation>문자</translation>
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
        <translation>시작 시간, 포함하지 않음</translation>
    </message>
    <message id="lab.sign_method">
        <source>processes start by {method}</source>
        <extracomment>{method}: fork, forkserver or spawn</extracomment>
        <label>lab</label>
        <translation>프로세스 시작 방식은 {method}</translation>
    </message>
    <message id="lab.sign_earlier">
        <source>earlier run</source>
        <label>lab</label>
        <translation>지난 실행</translation>
    </message>
    <message id="lab.code">
        <source>Code that runs</source>
        <label>lab</label>
        <translation>실행하는 코드</translation>
    </message>
    <message id="lab.code_of">
        <source>Code that runs: {name}</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>실행하는 코드: {name}</translation>
    </message>
    <message id="lab.code_exact">
        <source>The exact code that runs. In Program it is smaller, and you can step through its threads.</source>
        <label>lab</label>
        <translation>실행하는 코드 그대로입니다. 프로그램에서는 더 작게 줄여 열고, 스레드를 한 단계씩 볼 수 있습니다.</translation>
    </message>
    <message id="lab.code_processes">
        <source>The exact code that runs. You cannot step through child processes.</source>
        <label>lab</label>
        <translation>실행하는 코드 그대로입니다. 자식 프로세스는 한 단계씩 볼 수 없습니다.</translation>
    </message>
    <message id="lab.code_not_stepped">
        <source>The exact code that runs. You cannot step through other interpreters.</source>
        <label>lab</label>
        <translation>실행하는 코드 그대로입니다. 다른 인터프리터는 한 단계씩 볼 수 없습니다.</translation>
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
        <source>Opens a small program with two jobs of two steps each; it does not run until you record it</source>
        <label>lab</label>
        <translation>두 단계짜리 일 두 개로 줄인 프로그램을 엽니다. 기록하기 전에는 실행하지 않습니다</translation>
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
        <source>Waiting overlaps with %n methods: their median is {seconds}, {times} times as fast as one job after another ({base}).</source>
        <extracomment>{seconds}, {base}: a time, as in 0.1 s; {times}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>%n가지 방식에서 기다림이 겹칩니다. 중앙값은 {seconds}이고, 차례로 할 때({base})보다 {times}배 빠릅니다.</numerusform>
        </translation>
    </message>
    <message id="verdict.overlap_some" numerus="yes">
        <source>Waiting overlaps with %n methods. Of these, the repeats show {faster} to be faster than one job after another ({base}): median {seconds}, {times} times as fast.</source>
        <extracomment>{seconds}, {base}: a time, as in 0.1 s; {times}: a number; {faster}: how many of them</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>%n가지 방식에서 기다림이 겹칩니다. 그 가운데 {faster}가지가 차례로 할 때({base})보다 빠른 것이 반복에서 확인됩니다. 중앙값은 {seconds}이고, {times}배 빠릅니다.</numerusform>
        </translation>
    </message>
    <message id="verdict.overlap_unclear" numerus="yes">
        <source>Waiting overlaps with %n methods, but the repeats do not show that any of them is faster than one job after another ({base}).</source>
        <extracomment>{base}: a time</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>%n가지 방식에서 기다림이 겹치지만, 차례로 할 때({base})보다 빠른지는 반복한 값만으로 알 수 없습니다.</numerusform>
        </translation>
    </message>
    <message id="verdict.no_overlap">
        <source>Waiting overlaps with none of these methods: one job after another takes {base}.</source>
        <extracomment>{base}: a time</extracomment>
        <label>verdict</label>
        <translation>기다림이 겹치는 방식이 없습니다. 차례로 하면 {base} 걸립니다.</translation>
    </message>
    <message id="verdict.fastest">
        <source>The fastest is {name}: {seconds}.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>가장 빠른 방식은 {name}입니다({seconds}).</translation>
    </message>
    <message id="verdict.fastest_unclear">
        <source>The repeats do not show which method is fastest; {name} has the smallest median ({seconds}).</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>어느 방식이 가장 빠른지는 반복한 값만으로 알 수 없습니다. 중앙값은 {name}[이/가] 가장 작습니다({seconds}).</translation>
    </message>
    <message id="verdict.alone">
        <source>Only {name} was measured: {seconds}.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>{name}만 쟀습니다. {seconds} 걸립니다.</translation>
    </message>
    <message id="verdict.one_job">
        <source>With one job, nothing can run at the same time: choose more jobs to compare the methods.</source>
        <label>verdict</label>
        <translation>일이 하나이면 동시에 실행할 것이 없습니다. 방식을 비교하려면 일을 늘리세요.</translation>
    </message>
    <message id="verdict.gevent_sleeps">
        <source>gevent, unless patched, waits in turn: time.sleep blocks its only thread.</source>
        <label>verdict</label>
        <translation>패치하지 않은 gevent는 차례로 기다립니다. time.sleep이 하나뿐인 스레드를 막기 때문입니다.</translation>
    </message>
    <message id="verdict.gevent_asks">
        <source>gevent, unless patched, sends its requests in turn: its sockets block its only thread.</source>
        <label>verdict</label>
        <translation>패치하지 않은 gevent는 차례로 요청합니다. 소켓이 하나뿐인 스레드를 막기 때문입니다.</translation>
    </message>
    <message id="verdict.patched">
        <source>When patched, it overlaps ({seconds}).</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>패치하면 겹칩니다({seconds}).</translation>
    </message>
    <message id="verdict.dearer">
        <source>The time includes creating workers: {name} takes {seconds} longer than {best}.</source>
        <extracomment>{name}, {best}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>작업자를 만드는 시간도 포함됩니다. {name}[은/는] {best}보다 {seconds} 더 걸립니다.</translation>
    </message>
    <message id="verdict.published_held">
        <source>The published values hold here at this scale: the furthest, {name}, is {percent}% off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>발표된 값은 이 크기에서도 맞습니다. 가장 차이가 큰 {name}[이/가] {percent}% 다릅니다.</translation>
    </message>
    <message id="verdict.published_not">
        <source>Not all of the published values hold here at this scale: {name} is {percent}% off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>발표된 값이 이 크기에서 모두 맞지는 않습니다. {name}[이/가] {percent}% 다릅니다.</translation>
    </message>
    <message id="verdict.published_unclear">
        <source>The repeats do not show whether the published values hold here at this scale: the furthest median, of {name}, is {percent}% off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>발표된 값이 이 크기에서도 맞는지는 반복한 값만으로 알 수 없습니다. 중앙값의 차이가 가장 큰 {name}[이/가] {percent}% 다릅니다.</translation>
    </message>
    <message id="verdict.advice_sleep">
        <source>A sleep cannot test the usual advice (processes to compute, asyncio for requests); CPU and I/O can.</source>
        <label>verdict</label>
        <translation>흔한 조언(계산은 프로세스, 요청은 asyncio)은 기다리기로는 확인할 수 없습니다. 계산과 입출력으로 확인합니다.</translation>
    </message>
    <message id="verdict.processes">
        <source>Processes compute at the same time: {seconds}, {times} times as fast as threads ({threads}).</source>
        <extracomment>{seconds}, {threads}: a time; {times}: a number</extracomment>
        <label>verdict</label>
        <translation>프로세스({seconds})는 동시에 계산하며, 스레드({threads})보다 {times}배 빠릅니다.</translation>
    </message>
    <message id="verdict.no_processes">
        <source>Processes are slower than threads here: {seconds} against {threads}.</source>
        <extracomment>{seconds}, {threads}: a time</extracomment>
        <label>verdict</label>
        <translation>여기서는 프로세스({seconds})가 스레드({threads})보다 느립니다.</translation>
    </message>
    <message id="verdict.processes_unclear">
        <source>The repeats do not show whether processes or threads are faster here: {seconds} against {threads}.</source>
        <extracomment>{seconds}, {threads}: a time</extracomment>
        <label>verdict</label>
        <translation>여기서 프로세스({seconds})와 스레드({threads}) 가운데 어느 쪽이 빠른지는 반복한 값만으로 알 수 없습니다.</translation>
    </message>
    <message id="verdict.lock">
        <source>Threads gain less than {percent}% over one job after another ({seconds} against {base}): the GIL lets only one of them compute at a time.</source>
        <extracomment>{seconds}, {base}: a time; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>스레드로는 차례로 할 때보다 {percent}%도 빨라지지 않습니다({seconds} 대 {base}). GIL이 한 번에 한 스레드만 계산하게 합니다.</translation>
    </message>
    <message id="verdict.lock_unclear">
        <source>The repeats do not show whether threads are faster than one job after another ({seconds} against {base}).</source>
        <extracomment>{seconds}, {base}: a time</extracomment>
        <label>verdict</label>
        <translation>스레드가 차례로 할 때보다 빠른지는 반복한 값만으로 알 수 없습니다({seconds} 대 {base}).</translation>
    </message>
    <message id="verdict.lock_costs">
        <source>Threads take even longer than one job after another ({seconds} against {base}): the GIL lets only one of them compute at a time, and switching adds overhead.</source>
        <extracomment>{seconds}, {base}: a time</extracomment>
        <label>verdict</label>
        <translation>스레드는 차례로 할 때보다 오히려 오래 걸립니다({seconds} 대 {base}). GIL이 한 번에 한 스레드만 계산하게 하고, 전환에도 시간이 듭니다.</translation>
    </message>
    <message id="verdict.own_lock">
        <source>With {name}, jobs compute at the same time ({seconds}): they do not share one GIL.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>{name}에서는 일들이 동시에 계산합니다({seconds}). 하나의 GIL을 함께 쓰지 않습니다.</translation>
    </message>
    <message id="verdict.gain">
        <source>Here, two processes get {speedup} times as much done as one; this run reached {percent}% of that gain.</source>
        <extracomment>{speedup}, {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>여기서 두 프로세스는 하나의 {speedup}배를 해냅니다. 이번 실행은 그 이득의 {percent}%를 얻었습니다.</translation>
    </message>
    <message id="verdict.busy">
        <source>Here, two processes get only {speedup} times as much done as one: too few processors are free for a conclusion.</source>
        <extracomment>{speedup}: a number</extracomment>
        <label>verdict</label>
        <translation>여기서 두 프로세스는 하나의 {speedup}배밖에 해내지 못합니다. 비어 있는 프로세서가 모자라 판단할 수 없습니다.</translation>
    </message>
    <message id="verdict.shared">
        <source>Other programs took processor time: {name} computed for only {percent}% of its time. So these times also depend on the other programs.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>다른 프로그램들이 프로세서를 나눠 썼습니다. {name}[은/는] 걸린 시간의 {percent}% 동안만 계산했습니다. 따라서 이 시간에는 다른 프로그램의 영향도 있습니다.</translation>
    </message>
    <message id="verdict.advice_cpu_held">
        <source>The usual advice is multiprocessing for computing: that held here.</source>
        <label>verdict</label>
        <translation>계산에는 흔히 multiprocessing을 권합니다. 여기서도 맞았습니다.</translation>
    </message>
    <message id="verdict.advice_cpu_not">
        <source>The usual advice is multiprocessing for computing: that did not hold in this run.</source>
        <label>verdict</label>
        <translation>계산에는 흔히 multiprocessing을 권합니다. 이번 실행에서는 맞지 않았습니다.</translation>
    </message>
    <message id="verdict.alike">
        <source>The medians of threads, asyncio and patched gevent are within {percent}% of each other.</source>
        <extracomment>{percent}: a number</extracomment>
        <label>verdict</label>
        <translation>스레드, asyncio, 패치한 gevent의 중앙값은 차이가 {percent}% 이내입니다.</translation>
    </message>
    <message id="verdict.advice_io_held">
        <source>The usual advice is asyncio for requests: it was among the fastest here.</source>
        <label>verdict</label>
        <translation>요청에는 흔히 asyncio를 권합니다. 여기서도 가장 빠른 축에 들었습니다.</translation>
    </message>
    <message id="verdict.advice_io_not">
        <source>The usual advice is asyncio for requests: others were faster in this run.</source>
        <label>verdict</label>
        <translation>요청에는 흔히 asyncio를 권합니다. 이번 실행에서는 더 빠른 방식이 있었습니다.</translation>
    </message>
    <message id="verdict.advice_io_unclear">
        <source>The usual advice is asyncio for requests: the repeats do not show whether others are faster.</source>
        <label>verdict</label>
        <translation>요청에는 흔히 asyncio를 권합니다. 더 빠른 방식이 있는지는 반복한 값만으로 알 수 없습니다.</translation>
    </message>
    <message id="verdict.failed" numerus="yes">
        <source>%n methods failed; their rows say why.</source>
        <label>verdict</label>
        <translation>
            <numerusform>%n가지 방식이 실패했습니다. 해당 행에 이유가 나와 있습니다.</numerusform>
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
    <message id="menu.marks">
        <source>Breakpoints and bookmarks</source>
        <label>menu</label>
        <translation>중단점과 책갈피</translation>
    </message>
    <message id="menu.picture">
        <source>Diagram</source>
        <label>menu</label>
        <translation>그림</translation>
    </message>
    <message id="menu.view">
        <source>View</source>
        <label>menu</label>
        <translation>보기</translation>
    </message>
    <message id="menu.theme">
        <source>Appearance and language</source>
        <label>menu</label>
        <translation>화면 모양과 언어</translation>
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
        <source>{name}   {folder} (not found)</source>
        <extracomment>{name}: a name, as the program or the file has it; {folder}: a folder</extracomment>
        <label>menu</label>
        <translation>{name}   {folder} (찾을 수 없음)</translation>
    </message>
    <message id="menu.recent.none">
        <source>No recent files</source>
        <label>menu</label>
        <translation>최근 파일 없음</translation>
    </message>
    <message id="menu.recent.clear">
        <source>Clear list</source>
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
        <translation>버린 항목 복원</translation>
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
        <source>Save recording…</source>
        <label>command</label>
        <translation>기록 저장…</translation>
    </message>
    <message id="command.preferences">
        <source>Preferences…</source>
        <label>command</label>
        <translation>환경설정…</translation>
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
        <source>Record again with the same input</source>
        <label>command</label>
        <translation>같은 입력으로 다시 기록</translation>
    </message>
    <message id="command.live">
        <source>Live: record as you type</source>
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
        <source>Run options…</source>
        <label>command</label>
        <translation>실행 옵션…</translation>
    </message>
    <message id="command.first">
        <source>First step</source>
        <label>command</label>
        <translation>첫 단계</translation>
    </message>
    <message id="command.back">
        <source>Step back</source>
        <label>command</label>
        <translation>한 단계 뒤로</translation>
    </message>
    <message id="command.play">
        <source>Play/Pause</source>
        <label>command</label>
        <translation>재생/일시 정지</translation>
    </message>
    <message id="command.forward">
        <source>Step forward</source>
        <label>command</label>
        <translation>한 단계 앞으로</translation>
    </message>
    <message id="command.last">
        <source>Last step</source>
        <label>command</label>
        <translation>마지막 단계</translation>
    </message>
    <message id="command.inside">
        <source>Next expression inside the line</source>
        <label>command</label>
        <translation>줄 안의 다음 식으로</translation>
    </message>
    <message id="command.inside_back">
        <source>Previous expression inside the line</source>
        <label>command</label>
        <translation>줄 안의 이전 식으로</translation>
    </message>
    <message id="command.record_inside">
        <source>Record again with the values inside lines</source>
        <label>command</label>
        <translation>줄 안의 값까지 다시 기록</translation>
    </message>
    <message id="notification.no_expressions">
        <source>This recording has no values inside its lines. Record again with them {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>notification</label>
        <translation>이 기록에는 줄 안의 값이 없습니다. 값까지 다시 기록하세요{keys}.</translation>
    </message>
    <message id="run.expressions">
        <source>Inside lines</source>
        <label>run</label>
        <translation>줄 안의 값</translation>
    </message>
    <message id="run.expressions.on">
        <source>Record the value of every expression</source>
        <label>run</label>
        <translation>모든 식의 값을 기록</translation>
    </message>
    <message id="run.expressions.note">
        <source>F8 then goes through a line expression by expression. Recording takes about twice as long.</source>
        <label>run</label>
        <translation>그러면 F8 키로 한 줄을 식 하나씩 따라갈 수 있습니다. 기록에는 두 배쯤 걸립니다.</translation>
    </message>
    <message id="inside.begin" numerus="yes">
        <source>Inside the line: %n expressions   {keys}: next</source>
        <extracomment>{keys}: keys, as in F8</extracomment>
        <label>inside</label>
        <translation>
            <numerusform>줄 안: 식 %n개   {keys}: 다음</numerusform>
        </translation>
    </message>
    <message id="inside.place">
        <source>Inside the line: expression {at} of {count}   {keys}: next</source>
        <extracomment>{at}, {count}: numbers; {keys}: keys, as in F8</extracomment>
        <label>inside</label>
        <translation>줄 안: 식 {count}개 가운데 {at}번째   {keys}: 다음</translation>
    </message>
    <message id="inside.count" numerus="yes">
        <source>%n references</source>
        <label>inside</label>
        <translation>
            <numerusform>참조 %n개</numerusform>
        </translation>
    </message>
    <message id="inside.temporary">
        <source>temporary: freed before the next step</source>
        <label>inside</label>
        <translation>임시 객체: 다음 단계 전에 해제됨</translation>
    </message>
    <message id="inside.unnamed">
        <source>no name leads to it</source>
        <label>inside</label>
        <translation>가리키는 이름이 없음</translation>
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
        <source>Step back over</source>
        <label>command</label>
        <translation>건너서 한 단계 뒤로</translation>
    </message>
    <message id="command.into_back">
        <source>Step back into</source>
        <label>command</label>
        <translation>안으로 한 단계 뒤로</translation>
    </message>
    <message id="command.bookmark">
        <source>Toggle bookmark</source>
        <label>command</label>
        <translation>책갈피 추가/제거</translation>
    </message>
    <message id="command.bookmark_note">
        <source>Bookmark note</source>
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
        <source>Step back out</source>
        <label>command</label>
        <translation>밖으로 한 단계 뒤로</translation>
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
        <source>Run to next breakpoint</source>
        <label>command</label>
        <translation>다음 중단점까지 실행</translation>
    </message>
    <message id="command.to_breakpoint_back">
        <source>Back to previous breakpoint</source>
        <label>command</label>
        <translation>이전 중단점으로</translation>
    </message>
    <message id="command.breakpoint">
        <source>Toggle breakpoint</source>
        <label>command</label>
        <translation>중단점 추가/제거</translation>
    </message>
    <message id="command.breakpoint_condition">
        <source>Breakpoint condition…</source>
        <label>command</label>
        <translation>중단점 조건…</translation>
    </message>
    <message id="command.clear_breakpoints">
        <source>Remove all breakpoints</source>
        <label>command</label>
        <translation>모든 중단점 제거</translation>
    </message>
    <message id="command.to_cursor">
        <source>Run to cursor</source>
        <label>command</label>
        <translation>커서까지 실행</translation>
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
        <source>Go to step that created selected object</source>
        <label>command</label>
        <translation>선택한 객체가 만들어진 단계로</translation>
    </message>
    <message id="command.death">
        <source>Go to step that freed selected object</source>
        <label>command</label>
        <translation>선택한 객체가 해제된 단계로</translation>
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
        <source>Next call to this function</source>
        <label>command</label>
        <translation>이 함수의 다음 호출</translation>
    </message>
    <message id="command.previous_call">
        <source>Previous call to this function</source>
        <label>command</label>
        <translation>이 함수의 이전 호출</translation>
    </message>
    <message id="command.next_return">
        <source>Next return from this function</source>
        <label>command</label>
        <translation>이 함수의 다음 반환</translation>
    </message>
    <message id="command.previous_return">
        <source>Previous return from this function</source>
        <label>command</label>
        <translation>이 함수의 이전 반환</translation>
    </message>
    <message id="command.printed">
        <source>Go to step that printed this output</source>
        <label>command</label>
        <translation>이 출력이 나온 단계로</translation>
    </message>
    <message id="command.page_program">
        <source>Program</source>
        <label>command</label>
        <translation>프로그램</translation>
    </message>
    <message id="command.page_start">
        <source>Start page</source>
        <label>command</label>
        <translation>시작 화면</translation>
    </message>
    <message id="command.page_concurrency">
        <source>Concurrency lab</source>
        <label>command</label>
        <translation>동시성 실험실</translation>
    </message>
    <message id="command.go_to_step">
        <source>Go to step…</source>
        <label>command</label>
        <translation>단계로 이동…</translation>
    </message>
    <message id="command.level_1">
        <source>Level 1: values</source>
        <label>command</label>
        <translation>수준 1: 값</translation>
    </message>
    <message id="command.level_2">
        <source>Level 2: objects</source>
        <label>command</label>
        <translation>수준 2: 객체</translation>
    </message>
    <message id="command.level_3">
        <source>Level 3: counts</source>
        <label>command</label>
        <translation>수준 3: 참조 횟수</translation>
    </message>
    <message id="command.level_4">
        <source>Level 4: regions</source>
        <label>command</label>
        <translation>수준 4: 메모리 영역</translation>
    </message>
    <message id="command.zoom_in">
        <source>Zoom in</source>
        <label>command</label>
        <translation>확대</translation>
    </message>
    <message id="command.zoom_reset">
        <source>Zoom to 100%</source>
        <label>command</label>
        <translation>100%로 보기</translation>
    </message>
    <message id="command.zoom_out">
        <source>Zoom out</source>
        <label>command</label>
        <translation>축소</translation>
    </message>
    <message id="command.fit">
        <source>Zoom to fit</source>
        <label>command</label>
        <translation>화면에 맞추기</translation>
    </message>
    <message id="command.text_larger">
        <source>Increase text size</source>
        <label>command</label>
        <translation>글자 크게</translation>
    </message>
    <message id="command.text_smaller">
        <source>Decrease text size</source>
        <label>command</label>
        <translation>글자 작게</translation>
    </message>
    <message id="command.text_usual">
        <source>Reset text size</source>
        <label>command</label>
        <translation>글자 크기 초기화</translation>
    </message>
    <message id="command.fit_change">
        <source>Zoom to change</source>
        <label>command</label>
        <translation>바뀐 곳으로 확대</translation>
    </message>
    <message id="command.addresses">
        <source>Address space</source>
        <extracomment>shows the diagram, then the address space below it, then the address space alone</extracomment>
        <label>command</label>
        <translation>주소 공간</translation>
    </message>
    <message id="command.follow">
        <source>Follow changes</source>
        <label>command</label>
        <translation>바뀐 곳 따라가기</translation>
    </message>
    <message id="command.find">
        <source>Find</source>
        <label>command</label>
        <translation>찾기</translation>
    </message>
    <message id="command.find_object">
        <source>Find an object</source>
        <label>command</label>
        <translation>객체 찾기</translation>
    </message>
    <message id="command.replace">
        <source>Replace</source>
        <label>command</label>
        <translation>바꾸기</translation>
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
        <source>Show next thread</source>
        <label>command</label>
        <translation>다음 스레드 보기</translation>
    </message>
    <message id="command.wrap">
        <source>Wrap long lines</source>
        <label>command</label>
        <translation>긴 줄 바꿈</translation>
    </message>
    <message id="command.pen">
        <source>Draw on the diagram</source>
        <label>command</label>
        <translation>그림 위에 펜으로 그리기</translation>
    </message>
    <message id="command.present">
        <source>Presentation</source>
        <label>command</label>
        <translation>발표 모드</translation>
    </message>
    <message id="command.export_picture">
        <source>Export picture…</source>
        <label>command</label>
        <translation>그림 내보내기…</translation>
    </message>
    <message id="command.copy_picture">
        <source>Copy picture</source>
        <label>command</label>
        <translation>그림 복사</translation>
    </message>
    <message id="picture.drag">
        <source>Copy picture  {keys} · drag it into a document or a folder</source>
        <extracomment>{keys}: a shortcut</extracomment>
        <label>picture</label>
        <translation>그림 복사  {keys} · 문서나 폴더로 끌어 놓기</translation>
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
        <source>Match system</source>
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
        <source>Reduce motion</source>
        <label>command</label>
        <translation>움직임 줄이기</translation>
    </message>
    <message id="command.help">
        <source>Shortcuts and help</source>
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
        <source>Reset layout</source>
        <label>command</label>
        <translation>창 배치 초기화</translation>
    </message>
    <message id="editor.gutter">
        <source>Click to toggle a breakpoint</source>
        <label>editor</label>
        <translation>누르면 중단점을 추가하거나 제거합니다</translation>
    </message>
    <message id="editor.name">
        <source>Program code</source>
        <label>editor</label>
        <translation>프로그램 코드</translation>
    </message>
    <message id="editor.files">
        <source>File</source>
        <label>editor</label>
        <translation>파일</translation>
    </message>
    <message id="editor.read_only">
        <source>Read-only here: to edit this file, open it as a program</source>
        <label>editor</label>
        <translation>여기서는 읽기만 할 수 있습니다. 고치려면 이 파일을 프로그램으로 여세요</translation>
    </message>
    <message id="editor.recorded">
        <source>Read-only: to edit and record this program, save it under a name {keys}</source>
        <extracomment>{keys}: keys in brackets, as in (Ctrl+R)</extracomment>
        <label>editor</label>
        <translation>읽기 전용입니다. 이 프로그램을 고치고 기록하려면 다른 이름으로 저장하세요 {keys}</translation>
    </message>
    <message id="editor.module">
        <source>{file}: a module next to the program (read-only)</source>
        <extracomment>{file}: a file</extracomment>
        <label>editor</label>
        <translation>{file}: 프로그램 옆의 모듈(읽기 전용)</translation>
    </message>
    <message id="editor.empty">
        <source>Type a program here, for example:

names = [&quot;Ann&quot;, &quot;Bo&quot;]
for name in names:
    print(name)

Press Record {keys} to run it. Then press → to step through it.</source>
        <extracomment>{keys}: keys in brackets, as in (Ctrl+R)</extracomment>
        <label>editor</label>
        <translation>여기에 프로그램을 입력하세요. 예:

names = [&quot;Ann&quot;, &quot;Bo&quot;]
for name in names:
    print(name)

기록{keys}을 누르면 실행됩니다. 그다음 → 키를 누르면 한 단계씩 넘어갑니다.</translation>
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
        <source>{message} — checked with Python {version}, which runs this window; programs run with {python}</source>
        <extracomment>{message}: what Python says; {version}: a version; {python}: a version</extracomment>
        <label>editor</label>
        <translation>{message} — 이 창을 실행하는 파이썬 {version}[으로/로] 검사했습니다. 프로그램은 {python}[으로/로] 실행합니다</translation>
    </message>
    <message id="breakpoint.set">
        <source>Add breakpoint</source>
        <label>breakpoint</label>
        <translation>중단점 추가</translation>
    </message>
    <message id="breakpoint.remove">
        <source>Remove breakpoint</source>
        <label>breakpoint</label>
        <translation>중단점 제거</translation>
    </message>
    <message id="breakpoint.condition">
        <source>Breakpoint condition…</source>
        <label>breakpoint</label>
        <translation>중단점 조건…</translation>
    </message>
    <message id="breakpoint.no_condition">
        <source>Always stop</source>
        <label>breakpoint</label>
        <translation>항상 멈추기</translation>
    </message>
    <message id="condition.line">
        <source>Stop at line {line} when</source>
        <label>condition</label>
        <translation>{line}번 줄에서 멈출 조건</translation>
    </message>
    <message id="condition.name">
        <source>Breakpoint condition</source>
        <label>condition</label>
        <translation>중단점 조건</translation>
    </message>
    <message id="condition.hint">
        <source>for example n &gt; 3</source>
        <label>condition</label>
        <translation>예: n &gt; 3</translation>
    </message>
    <message id="condition.take">
        <source>Set</source>
        <label>condition</label>
        <translation>설정</translation>
    </message>
    <message id="condition.close">
        <source>Cancel</source>
        <label>condition</label>
        <translation>취소</translation>
    </message>
    <message id="condition.empty">
        <source>Without a condition it always stops.</source>
        <label>condition</label>
        <translation>조건이 없으면 항상 멈춥니다.</translation>
    </message>
    <message id="condition.unknown">
        <source>Checked at each step after recording.</source>
        <label>condition</label>
        <translation>기록한 뒤 단계마다 확인합니다.</translation>
    </message>
    <message id="condition.true">
        <source>It is true at the current step.</source>
        <label>condition</label>
        <translation>현재 단계에서는 참입니다.</translation>
    </message>
    <message id="condition.false">
        <source>It is false at the current step.</source>
        <label>condition</label>
        <translation>현재 단계에서는 거짓입니다.</translation>
    </message>
    <message id="condition.doubt_here">
        <source>It cannot be determined at the current step: {why}</source>
        <label>condition</label>
        <translation>현재 단계에서는 알 수 없습니다: {why}</translation>
    </message>
    <message id="condition.doubt">
        <source>Stopped because the condition cannot be determined: {why}</source>
        <label>condition</label>
        <translation>조건이 참인지 알 수 없어 멈췄습니다: {why}</translation>
    </message>
    <message id="condition.no_name">
        <source>{text} is not defined at this step.</source>
        <label>condition</label>
        <translation>이 단계에는 {text}[이/가] 정의되어 있지 않습니다.</translation>
    </message>
    <message id="condition.no_attribute">
        <source>{text} does not exist here.</source>
        <oldsource>{text} is not there.</oldsource>
        <label>condition</label>
        <translation>여기에는 {text}[이/가] 없습니다.</translation>
    </message>
    <message id="condition.none">
        <source>{text} is None here.</source>
        <label>condition</label>
        <translation>여기서 {text}[은/는] None입니다.</translation>
    </message>
    <message id="condition.no_item">
        <source>there is no item {text}.</source>
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
        <translation>{text}[은/는] 너무 길어 단계마다 평가할 수 없습니다.</translation>
    </message>
    <message id="condition.runs_code">
        <source>{text} would have to run code, but the program has finished.</source>
        <oldsource>{text} would run code of the program, and that is over.</oldsource>
        <label>condition</label>
        <translation>{text}[은/는] 코드를 실행해야 하는데, 프로그램은 이미 끝났습니다.</translation>
    </message>
    <message id="condition.raises">
        <source>{text} raises {error} here.</source>
        <oldsource>{text} is a {error} here.</oldsource>
        <label>condition</label>
        <translation>여기서 {text}[을/를] 평가하면 {error}[이/가] 발생합니다.</translation>
    </message>
    <message id="condition.fault.syntax">
        <source>Syntax error: {message}. Write an expression such as n &gt; 3.</source>
        <oldsource>Not Python: {message}. Write what may stand after if, such as n &gt; 3.</oldsource>
        <label>condition</label>
        <translation>구문 오류: {message}. n &gt; 3과 같은 식을 쓰세요.</translation>
    </message>
    <message id="condition.fault.assigns">
        <source>= assigns a value; == compares. Write, for example, n == 3.</source>
        <label>condition</label>
        <translation>= 기호는 값을 할당하고 == 기호는 비교합니다. 예를 들어 n == 3이라고 쓰세요.</translation>
    </message>
    <message id="condition.fault.call">
        <source>{name}() would have to run code, but the program has finished. Only calls such as len(x), isinstance(x, C) or x.startswith(y) work.</source>
        <label>condition</label>
        <translation>{name}() 호출은 코드를 실행해야 하는데, 프로그램은 이미 끝났습니다. len(x), isinstance(x, C), x.startswith(y) 같은 호출만 할 수 있습니다.</translation>
    </message>
    <message id="condition.fault.kind">
        <source>{text} cannot be evaluated from a recording. Use names, .attributes, [items], len(), max(), comparisons, arithmetic, and, or, not.</source>
        <oldsource>{text} cannot be asked of a recording. Use names, .attributes, [items], len(), max(), comparisons, arithmetic, and, or, not.</oldsource>
        <label>condition</label>
        <translation>{text}[은/는] 기록만으로 평가할 수 없습니다. 이름, .속성, [항목], len(), max(), 비교, 산술 연산, and, or, not을 쓰세요.</translation>
    </message>
    <message id="condition.fault.long">
        <source>Too long: use at most {most} characters.</source>
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
        <translation>중단점을 모두 제거했습니다.</translation>
    </message>
    <message id="undo.bookmark">
        <source>The bookmark was removed.</source>
        <label>undo</label>
        <translation>책갈피를 제거했습니다.</translation>
    </message>
    <message id="undo.recent">
        <source>The list of recent files was cleared.</source>
        <label>undo</label>
        <translation>최근 파일 목록을 비웠습니다.</translation>
    </message>
    <message id="undo.text">
        <source>The unsaved text was discarded.</source>
        <label>undo</label>
        <translation>저장하지 않은 내용을 버렸습니다.</translation>
    </message>
    <message id="undo.preferences">
        <source>The preferences were reset.</source>
        <label>undo</label>
        <translation>환경설정을 처음 상태로 되돌렸습니다.</translation>
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
        <source>exception here</source>
        <label>sign</label>
        <translation>예외 위치</translation>
    </message>
    <message id="sign.passed">
        <source>passed through</source>
        <label>sign</label>
        <translation>전파</translation>
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
        <source>conditional breakpoint</source>
        <label>sign</label>
        <translation>조건부 중단점</translation>
    </message>
    <message id="sign.gain">
        <source>new</source>
        <label>sign</label>
        <translation>새로 생김</translation>
    </message>
    <message id="sign.loss">
        <source>gone</source>
        <label>sign</label>
        <translation>사라짐</translation>
    </message>
    <message id="sign.change">
        <source>changed</source>
        <label>sign</label>
        <translation>바뀜</translation>
    </message>
    <message id="sign.up">
        <source>count goes up</source>
        <label>sign</label>
        <translation>참조 횟수 늘어남</translation>
    </message>
    <message id="sign.down">
        <source>count goes down</source>
        <label>sign</label>
        <translation>참조 횟수 줄어듦</translation>
    </message>
    <message id="sign.immortal">
        <source>immortal</source>
        <label>sign</label>
        <translation>불멸</translation>
    </message>
    <message id="sign.island">
        <source>unreachable</source>
        <label>sign</label>
        <translation>닿을 수 없음</translation>
    </message>
    <message id="threads.name">
        <source>Threads</source>
        <label>threads</label>
        <translation>스레드</translation>
    </message>
    <message id="threads.look">
        <source>Show this thread&apos;s line and calls</source>
        <label>threads</label>
        <translation>이 스레드의 줄과 호출 보기</translation>
    </message>
    <message id="threads.current">
        <source>this step</source>
        <label>threads</label>
        <translation>이 단계</translation>
    </message>
    <message id="threads.waits">
        <source>waiting for {what}</source>
        <label>threads</label>
        <translation>{what}[을/를] 기다림</translation>
    </message>
    <message id="threads.waits_here">
        <source>waiting</source>
        <label>threads</label>
        <translation>기다림</translation>
    </message>
    <message id="threads.lock">
        <source>Threads holding or waiting</source>
        <label>threads</label>
        <translation>잡은 스레드와 기다리는 스레드</translation>
    </message>
    <message id="threads.holds_it">
        <source>holding it</source>
        <label>threads</label>
        <translation>잡고 있음</translation>
    </message>
    <message id="threads.recorded">
        <source>A lock does not store which thread holds it: this comes from the recorded calls.</source>
        <label>threads</label>
        <translation>락에는 어느 스레드가 잡았는지 저장되지 않습니다. 기록된 호출에서 알아낸 것입니다.</translation>
    </message>
    <message id="threads.waiting">
        <source>waiting</source>
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
        <source>Thread activity</source>
        <label>threads</label>
        <translation>스레드가 한 일</translation>
    </message>
    <message id="threads.lock_asks">
        <source>requests it and waits</source>
        <label>threads</label>
        <translation>요청하고 기다림</translation>
    </message>
    <message id="threads.lock_gets">
        <source>acquires it at once</source>
        <label>threads</label>
        <translation>바로 획득함</translation>
    </message>
    <message id="threads.lock_gets_after_waiting">
        <source>acquires it after waiting</source>
        <label>threads</label>
        <translation>기다린 끝에 획득함</translation>
    </message>
    <message id="threads.lock_lets_go">
        <source>releases it</source>
        <label>threads</label>
        <translation>해제함</translation>
    </message>
    <message id="threads.lock_gives_up">
        <source>stops waiting</source>
        <label>threads</label>
        <translation>기다리기를 그만둠</translation>
    </message>
    <message id="threads.holds">
        <source>holding {what}</source>
        <label>threads</label>
        <translation>{what}[을/를] 잡고 있음</translation>
    </message>
    <message id="threads.at_line">
        <source>at line {line}</source>
        <label>threads</label>
        <translation>{line}번 줄</translation>
    </message>
    <message id="threads.outside">
        <source>outside the program&apos;s code</source>
        <label>threads</label>
        <translation>프로그램 코드 밖</translation>
    </message>
    <message id="sign.looked_at">
        <source>the call shown</source>
        <label>sign</label>
        <translation>보고 있는 호출</translation>
    </message>
    <message id="sign.live">
        <source>recording this line</source>
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
        <source>● Live: waiting for valid Python</source>
        <label>live</label>
        <translation>● 실시간: 올바른 파이썬 코드를 기다립니다</translation>
    </message>
    <message id="live.held">
        <source>● Live: waiting for your approval</source>
        <label>live</label>
        <translation>● 실시간: 승인을 기다립니다</translation>
    </message>
    <message id="live.raised">
        <source>● Live: stopped at an error</source>
        <label>live</label>
        <translation>● 실시간: 오류로 멈췄습니다</translation>
    </message>
    <message id="live.limit">
        <source>● Live: stopped at a live limit</source>
        <label>live</label>
        <translation>● 실시간: 실시간 한도에서 멈췄습니다</translation>
    </message>
    <message id="live.failed">
        <source>● Live: could not record</source>
        <label>live</label>
        <translation>● 실시간: 기록하지 못했습니다</translation>
    </message>
    <message id="live.end">
        <source>Stop live mode</source>
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
        <source>No output</source>
        <label>output</label>
        <translation>출력이 없습니다</translation>
    </message>
    <message id="output.new">
        <source>new in this step</source>
        <label>output</label>
        <translation>이 단계에서 나옴</translation>
    </message>
    <message id="output.ask">
        <source>Click or press Enter to go to the step that wrote this</source>
        <label>output</label>
        <translation>클릭하거나 Enter 키를 누르면 이것을 출력한 단계로 갑니다</translation>
    </message>
    <message id="output.show">
        <source>Streams to show</source>
        <label>output</label>
        <translation>표시할 출력</translation>
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
        <source>later: steps {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>output</label>
        <translation>나중: {first}~{last}단계</translation>
    </message>
    <message id="output.later_one">
        <source>later: step {last}</source>
        <extracomment>{last}: a number</extracomment>
        <label>output</label>
        <translation>나중: {last}단계</translation>
    </message>
    <message id="input.waits">
        <source>The program is waiting for input.</source>
        <label>input</label>
        <translation>프로그램이 입력을 기다립니다.</translation>
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
        <source>Use the same answers (%n)</source>
        <label>input</label>
        <translation>
            <numerusform>지난번 답 %n개 다시 쓰기</numerusform>
        </translation>
    </message>
    <message id="input.field">
        <source>Line of standard input</source>
        <label>input</label>
        <translation>표준 입력 한 줄</translation>
    </message>
    <message id="level.name">
        <source>Level of detail</source>
        <label>level</label>
        <translation>표시 수준</translation>
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
        <source>Names and values: small values are shown in the row that refers to them</source>
        <label>level</label>
        <translation>이름과 값: 작은 값은 그것을 가리키는 행에 함께 보입니다</translation>
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
        <translation>코드, 데이터, 스택, 힙</translation>
    </message>
    <message id="diagram.name">
        <source>Diagram of frames and objects</source>
        <label>diagram</label>
        <translation>프레임과 객체 그림</translation>
    </message>
    <message id="addresses.name">
        <source>Address space: blocks of memory</source>
        <label>addresses</label>
        <translation>주소 공간: 메모리 블록</translation>
    </message>
    <message id="diagram.empty">
        <source>Nothing is recorded yet. Type or open a program, then press Record {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>diagram</label>
        <translation>아직 기록이 없습니다. 프로그램을 쓰거나 연 다음 기록{keys}을 누르세요.</translation>
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
        <source>Match case</source>
        <label>text_search</label>
        <translation>대소문자 구분</translation>
    </message>
    <message id="text_search.word">
        <source>W</source>
        <extracomment>on a button: stands for whole words</extracomment>
        <label>text_search</label>
        <translation>W</translation>
    </message>
    <message id="text_search.whole">
        <source>Match whole words</source>
        <label>text_search</label>
        <translation>단어 단위로 찾기</translation>
    </message>
    <message id="text_search.with">
        <source>Replace with</source>
        <label>text_search</label>
        <translation>바꿀 내용</translation>
    </message>
    <message id="text_search.replace">
        <source>Replace</source>
        <label>text_search</label>
        <translation>바꾸기</translation>
    </message>
    <message id="text_search.replace_all">
        <source>Replace all</source>
        <label>text_search</label>
        <translation>모두 바꾸기</translation>
    </message>
    <message id="text_search.replaced" numerus="yes">
        <source>%n replaced</source>
        <label>text_search</label>
        <translation>
            <numerusform>%n개 바꿈</numerusform>
        </translation>
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
        <source>Previous match</source>
        <label>search</label>
        <translation>이전 결과</translation>
    </message>
    <message id="search.next">
        <source>Next match</source>
        <label>search</label>
        <translation>다음 결과</translation>
    </message>
    <message id="search.close">
        <source>Close search</source>
        <label>search</label>
        <translation>찾기 닫기</translation>
    </message>
    <message id="search.none">
        <source>no matches</source>
        <label>search</label>
        <translation>결과 없음</translation>
    </message>
    <message id="search.one">
        <source>1 match</source>
        <label>search</label>
        <translation>결과 1개</translation>
    </message>
    <message id="search.count" numerus="yes">
        <source>{at} of %n matches</source>
        <extracomment>{at}: which of them</extracomment>
        <label>search</label>
        <translation>
            <numerusform>결과 %n개 중 {at}</numerusform>
        </translation>
    </message>
    <message id="filter.name">
        <source>Diagram filter</source>
        <label>filter</label>
        <translation>그림 필터</translation>
    </message>
    <message id="filter.show_all">
        <source>Show all</source>
        <label>filter</label>
        <translation>모두 표시</translation>
    </message>
    <message id="filter.undo">
        <source>Show again</source>
        <label>filter</label>
        <translation>다시 표시</translation>
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
        <source>%n in total</source>
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
        <source>Checked types are drawn; the selected type is highlighted in the diagram</source>
        <label>types</label>
        <translation>체크한 타입만 그립니다. 타입을 선택하면 그림에서 강조됩니다</translation>
    </message>
    <message id="variables.title">
        <source>Variables</source>
        <label>variables</label>
        <translation>변수</translation>
    </message>
    <message id="variables.hint">
        <source>Names and values in the running call, its callers and the module. Select a name to select its object in the diagram.</source>
        <label>variables</label>
        <translation>실행 중인 호출과 그 호출한 쪽, 모듈의 이름과 값입니다. 이름을 선택하면 그림에서 그 객체가 선택됩니다.</translation>
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
        <translation>지켜볼 식. 단계마다 기록에서 평가하며 코드는 실행하지 않습니다.</translation>
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
        <translation>호출을 더블클릭하면 첫 단계로 갑니다</translation>
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
        <translation>내놓음 {value}</translation>
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
        <source>depth {n}</source>
        <extracomment>{n}: how many calls deep</extracomment>
        <label>calls</label>
        <translation>깊이 {n}</translation>
    </message>
    <message id="calls.to_first">
        <source>Go to first step ({step})</source>
        <label>calls</label>
        <translation>첫 단계로 가기({step})</translation>
    </message>
    <message id="calls.to_last">
        <source>Go to last step ({step})</source>
        <label>calls</label>
        <translation>마지막 단계로 가기({step})</translation>
    </message>
    <message id="trace.title">
        <source>Trace table</source>
        <label>trace</label>
        <translation>추적표</translation>
    </message>
    <message id="trace.hint">
        <source>one step per row: the line that ran, then the values</source>
        <label>trace</label>
        <translation>한 행이 한 단계, 값은 그 줄을 실행한 뒤의 값</translation>
    </message>
    <message id="trace.reading">
        <source>read up to step {step} of {steps}</source>
        <label>trace</label>
        <translation>{steps}단계 중 {step}단계까지 읽음</translation>
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
        <source>Code that ran</source>
        <label>trace</label>
        <translation>실행한 코드</translation>
    </message>
    <message id="trace.event">
        <source>Event</source>
        <label>trace</label>
        <translation>이벤트</translation>
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
        <translation>지켜보는 것이 없습니다. 이름을 추가하거나, 객체를 선택하고 지켜보세요{keys}.</translation>
    </message>
    <message id="trace.add">
        <source>Add a name</source>
        <label>trace</label>
        <translation>이름 추가</translation>
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
        <source>Show only steps where a watched value changed</source>
        <label>trace</label>
        <translation>지켜보는 값이 바뀐 단계만 보기</translation>
    </message>
    <message id="trace.counts">
        <source>Counts</source>
        <label>trace</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="trace.counts_hint">
        <source>Show the reference count of each value</source>
        <label>trace</label>
        <translation>값마다 참조 횟수 보기</translation>
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
        <source>Drag to move; right-click to move or remove</source>
        <label>trace</label>
        <translation>끌어서 옮길 수 있습니다. 오른쪽 클릭으로 옮기거나 제거합니다</translation>
    </message>
    <message id="trace.nothing">
        <source>No names in this recording</source>
        <label>trace</label>
        <translation>이 기록에는 이름이 없습니다</translation>
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
        <source>Remove</source>
        <label>trace</label>
        <translation>제거</translation>
    </message>
    <message id="trace.watch">
        <source>Watch {name}</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>trace</label>
        <translation>{name} 지켜보기</translation>
    </message>
    <message id="object.referrers">
        <source>What refers to it</source>
        <extracomment>a menu in the menu of an object: lists what refers to it</extracomment>
        <label>object</label>
        <translation>이 객체를 가리키는 것</translation>
    </message>
    <message id="object.no_referrers">
        <source>Nothing that the program holds</source>
        <extracomment>in the menu of what refers to an object: there is nothing</extracomment>
        <label>object</label>
        <translation>프로그램에는 가리키는 것이 없습니다</translation>
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
        <translation>내놓음</translation>
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
        <translation>처리되지 않음</translation>
    </message>
    <message id="step.title">
        <source>This step</source>
        <label>step</label>
        <translation>이 단계</translation>
    </message>
    <message id="refused.stop">
        <source>Nothing is running.</source>
        <label>refused</label>
        <translation>실행 중인 프로그램이 없습니다.</translation>
    </message>
    <message id="refused.running">
        <source>The program is still running.</source>
        <label>refused</label>
        <translation>프로그램이 아직 실행 중입니다.</translation>
    </message>
    <message id="refused.record_same">
        <source>The recorded program has read no input.</source>
        <label>refused</label>
        <translation>기록한 프로그램이 입력을 읽지 않았습니다.</translation>
    </message>
    <message id="refused.presentation">
        <source>Not available in a presentation.</source>
        <label>refused</label>
        <translation>발표 모드에서는 쓸 수 없습니다.</translation>
    </message>
    <message id="refused.next_thread">
        <source>The program has only one thread at this step.</source>
        <label>refused</label>
        <translation>이 단계에는 스레드가 하나뿐입니다.</translation>
    </message>
    <message id="refused.bookmarks">
        <source>There are no bookmarks.</source>
        <label>refused</label>
        <translation>책갈피가 없습니다.</translation>
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
        <source>Nothing changes in the diagram.</source>
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
        <source>Remove bookmark</source>
        <label>bookmark</label>
        <translation>책갈피 제거</translation>
    </message>
    <message id="bookmark.without_note">
        <source>no note</source>
        <label>bookmark</label>
        <translation>메모 없음</translation>
    </message>
    <message id="bookmark.kept">
        <source>saved in the recording</source>
        <label>bookmark</label>
        <translation>기록 파일에 함께 저장됨</translation>
    </message>
    <message id="bookmark.not_kept">
        <source>not saved in the file: save a copy of the recording</source>
        <label>bookmark</label>
        <translation>파일에 저장되지 않음: 기록의 사본을 저장하세요</translation>
    </message>
    <message id="inspector.title">
        <source>Selected object</source>
        <label>inspector</label>
        <translation>선택한 객체</translation>
    </message>
    <message id="inspector.close">
        <source>Clear selection</source>
        <label>inspector</label>
        <translation>선택 해제</translation>
    </message>
    <message id="inspector.back">
        <source>Previous object</source>
        <label>inspector</label>
        <translation>이전 객체</translation>
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
    <message id="inspector.unknown">
        <source>unknown: this trace does not have it</source>
        <label>inspector</label>
        <translation>알 수 없음: 이 추적에는 없음</translation>
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
        <source>Referenced by</source>
        <label>inspector</label>
        <translation>이 객체를 가리키는 것</translation>
    </message>
    <message id="inspector.interpreter">
        <source>held by the interpreter</source>
        <label>inspector</label>
        <translation>인터프리터가 참조함</translation>
    </message>
    <message id="inspector.undrawn_type_links" numerus="yes">
        <source>%n not drawn: references from instances to their class</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n개는 그리지 않음: 인스턴스에서 클래스로 가는 참조</numerusform>
        </translation>
    </message>
    <message id="inspector.undrawn_folded" numerus="yes">
        <source>%n not drawn: collapsed into the object that holds it</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n개는 그리지 않음: 담고 있는 객체 안에 접혀 있음</numerusform>
        </translation>
    </message>
    <message id="inspector.undrawn_hidden" numerus="yes">
        <source>%n not drawn: what refers to it is not in the diagram</source>
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
            <numerusform>이와 같은 것 %n개 더</numerusform>
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
        <translation>살아 있는 이유</translation>
    </message>
    <message id="inspector.no_name">
        <source>No name in the program reaches it.</source>
        <label>inspector</label>
        <translation>프로그램의 어떤 이름에서도 닿지 않습니다.</translation>
    </message>
    <message id="inspector.life">
        <source>Lifetime</source>
        <label>inspector</label>
        <translation>이 객체의 일생</translation>
    </message>
    <message id="inspector.looking">
        <source>Looking through the recording…</source>
        <label>inspector</label>
        <translation>기록을 살펴보는 중…</translation>
    </message>
    <message id="inspector.memory">
        <source>Memory</source>
        <label>inspector</label>
        <translation>메모리</translation>
    </message>
    <message id="inspector.part_collector">
        <source>Collector&apos;s head</source>
        <label>inspector</label>
        <translation>컬렉터 머리</translation>
    </message>
    <message id="inspector.part_header">
        <source>Header</source>
        <label>inspector</label>
        <translation>헤더</translation>
    </message>
    <message id="inspector.part_payload">
        <source>Contents</source>
        <label>inspector</label>
        <translation>내용</translation>
    </message>
    <message id="inspector.part_deleted">
        <source>Deleted entries</source>
        <extracomment>bytes of a dict&apos;s table that deleted entries keep</extracomment>
        <label>inspector</label>
        <translation>삭제된 항목</translation>
    </message>
    <message id="inspector.part_spare">
        <source>Spare</source>
        <label>inspector</label>
        <translation>여유</translation>
    </message>
    <message id="inspector.part_spare_places">
        <source>Spare, {places} free</source>
        <extracomment>{places}: places of a list or table that nothing has taken</extracomment>
        <label>inspector</label>
        <translation>여유, 빈 칸 {places}개</translation>
    </message>
    <message id="inspector.part_other">
        <source>Fields of its type</source>
        <label>inspector</label>
        <translation>타입의 필드</translation>
    </message>
    <message id="inspector.part_size">
        <source>= size (sys.getsizeof)</source>
        <label>inspector</label>
        <translation>= 크기(sys.getsizeof)</translation>
    </message>
    <message id="inspector.part_attributes">
        <source>Room for attributes, in the same block</source>
        <label>inspector</label>
        <translation>속성 자리, 같은 블록 안</translation>
    </message>
    <message id="inspector.part_rounding">
        <source>Unused end of the block</source>
        <label>inspector</label>
        <translation>블록의 남는 끝</translation>
    </message>
    <message id="inspector.part_block">
        <source>= block of the allocator</source>
        <label>inspector</label>
        <translation>= 할당기의 블록</translation>
    </message>
    <message id="inspector.part_blocks">
        <source>= both blocks of the allocator</source>
        <label>inspector</label>
        <translation>= 할당기의 두 블록</translation>
    </message>
    <message id="inspector.part_unknown">
        <source>How its bytes are divided is not known.</source>
        <label>inspector</label>
        <translation>바이트가 어떻게 나뉘는지는 알 수 없습니다.</translation>
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
        <translation>{first}번째부터 {last}번째 글자까지</translation>
    </message>
    <message id="inspector.not_recorded" numerus="yes">
        <source>%n more characters were not recorded.</source>
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
        <source>iterates over</source>
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
        <source>This line has no bytecode instructions in this Python version.</source>
        <label>bytecode</label>
        <translation>이 버전의 파이썬에서는 이 줄에 해당하는 바이트코드 명령이 없습니다.</translation>
    </message>
    <message id="bytecode.version">
        <source>Recorded with Python {recorded}, compiled here with Python {here}.</source>
        <extracomment>{recorded}: a version; {here}: a version</extracomment>
        <label>bytecode</label>
        <translation>파이썬 {recorded}[으로/로] 기록했고, 여기서는 파이썬 {here}[으로/로] 컴파일했습니다.</translation>
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
        <source>the name&apos;s reference moves to the stack</source>
        <label>bytecode</label>
        <translation>이름의 참조가 스택으로 옮겨 감</translation>
    </message>
    <message id="bytecode.binds">
        <source>the name takes over the stack&apos;s reference; −1 for its previous object</source>
        <label>bytecode</label>
        <translation>이름이 스택의 참조를 넘겨받음. 전에 가리키던 객체는 −1</translation>
    </message>
    <message id="bytecode.binds_two">
        <source>two names take over the stack&apos;s references; −1 for their previous objects</source>
        <label>bytecode</label>
        <translation>두 이름이 스택의 참조를 넘겨받음. 전에 가리키던 객체는 각각 −1</translation>
    </message>
    <message id="bytecode.binds_and_loads">
        <source>one name takes over a reference; +1 for the other name&apos;s object</source>
        <label>bytecode</label>
        <translation>한 이름이 참조를 넘겨받고, 다른 이름의 객체는 +1</translation>
    </message>
    <message id="bytecode.unbinds">
        <source>−1: the name is deleted</source>
        <label>bytecode</label>
        <translation>−1: 이름이 삭제됨</translation>
    </message>
    <message id="bytecode.drops">
        <source>−1: the stack releases it</source>
        <label>bytecode</label>
        <translation>−1: 스택이 놓아줌</translation>
    </message>
    <message id="bytecode.reads_part">
        <source>+1 for the value read; −1 for the object it is read from</source>
        <label>bytecode</label>
        <translation>꺼낸 값은 +1, 그 값을 담은 객체는 −1</translation>
    </message>
    <message id="bytecode.puts_part">
        <source>the object takes over the reference; −1 for the old value</source>
        <label>bytecode</label>
        <translation>객체가 참조를 넘겨받음. 그 자리에 있던 값은 −1</translation>
    </message>
    <message id="bytecode.removes_part">
        <source>−1 for the removed value</source>
        <label>bytecode</label>
        <translation>제거된 값은 −1</translation>
    </message>
    <message id="bytecode.computes">
        <source>−1 for each operand; the result is on the stack</source>
        <label>bytecode</label>
        <translation>피연산자마다 −1. 결과는 스택에</translation>
    </message>
    <message id="bytecode.collects">
        <source>the container takes over the references</source>
        <label>bytecode</label>
        <translation>컨테이너가 참조를 넘겨받음</translation>
    </message>
    <message id="bytecode.copies_in">
        <source>+1 for each item</source>
        <label>bytecode</label>
        <translation>항목마다 +1</translation>
    </message>
    <message id="bytecode.unpacks">
        <source>+1 for each item; −1 for the unpacked object</source>
        <label>bytecode</label>
        <translation>항목마다 +1, 언패킹한 객체는 −1</translation>
    </message>
    <message id="bytecode.calls">
        <source>the call takes over the arguments, −1 each when it ends; the result is on the stack</source>
        <label>bytecode</label>
        <translation>인자가 호출로 넘어가고 끝나면 각각 −1. 결과는 스택에</translation>
    </message>
    <message id="bytecode.makes_function">
        <source>the function takes over its code and defaults</source>
        <label>bytecode</label>
        <translation>함수가 코드와 기본값을 넘겨받음</translation>
    </message>
    <message id="bytecode.iterates">
        <source>the iterator refers to it from now on</source>
        <label>bytecode</label>
        <translation>이제부터 이터레이터가 가리킴</translation>
    </message>
    <message id="bytecode.takes_next">
        <source>+1 for the next item</source>
        <label>bytecode</label>
        <translation>다음 항목은 +1</translation>
    </message>
    <message id="bytecode.hands_out">
        <source>the reference passes to the caller</source>
        <label>bytecode</label>
        <translation>참조가 호출한 쪽으로 넘어감</translation>
    </message>
    <message id="bytecode.hands_out_constant">
        <source>+1 for the constant, passed to the caller</source>
        <label>bytecode</label>
        <translation>상수는 +1, 호출한 쪽으로 넘어감</translation>
    </message>
    <message id="bytecode.jumps">
        <source>−1: the tested value is released</source>
        <label>bytecode</label>
        <translation>−1: 검사한 값을 놓아줌</translation>
    </message>
    <message id="bytecode.raises">
        <source>the exception propagates</source>
        <label>bytecode</label>
        <translation>예외가 전파됨</translation>
    </message>
    <message id="bytecode.imports">
        <source>+1 for the module</source>
        <label>bytecode</label>
        <translation>모듈은 +1</translation>
    </message>
    <message id="bytecode.other">
        <source>not described</source>
        <label>bytecode</label>
        <translation>설명 없음</translation>
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
        <translation>이벤트</translation>
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
        <source>Call rows above: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>timeline</label>
        <translation>위에 더 있는 호출 행: {count}</translation>
    </message>
    <message id="timeline.below">
        <source>Deeper call rows below: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>timeline</label>
        <translation>아래에 더 깊은 호출 행: {count}</translation>
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
        <translation>속도</translation>
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
    <message id="notification.no_step_at_line">
        <source>This recording has no step at that line.</source>
        <label>notification</label>
        <translation>이 기록에는 그 줄의 단계가 없습니다.</translation>
    </message>
    <message id="notification.no_breakpoint_after">
        <source>No more breakpoints after this step: this is the last step.</source>
        <label>notification</label>
        <translation>이 단계 이후에는 중단점이 없습니다. 마지막 단계입니다.</translation>
    </message>
    <message id="notification.no_breakpoint_before">
        <source>No more breakpoints before this step: this is the first step.</source>
        <label>notification</label>
        <translation>이 단계 이전에는 중단점이 없습니다. 첫 단계입니다.</translation>
    </message>
    <message id="notification.nothing_selected">
        <source>Nothing is selected. Click a name or an object first, or find one {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>notification</label>
        <translation>선택한 이름이나 객체가 없습니다. 먼저 누르거나 찾으세요{keys}.</translation>
    </message>
    <message id="notification.no_change_after">
        <source>The selected object does not change after this step.</source>
        <label>notification</label>
        <translation>선택한 객체는 이 단계 이후에 바뀌지 않습니다.</translation>
    </message>
    <message id="notification.no_change_before">
        <source>The selected object does not change before this step.</source>
        <label>notification</label>
        <translation>선택한 객체는 이 단계 이전에 바뀌지 않습니다.</translation>
    </message>
    <message id="notification.no_rebinding_after">
        <source>The selected name is not rebound after this step.</source>
        <label>notification</label>
        <translation>선택한 이름은 이 단계 이후에 다시 할당되지 않습니다.</translation>
    </message>
    <message id="notification.no_rebinding_before">
        <source>The selected name is not rebound before this step.</source>
        <label>notification</label>
        <translation>선택한 이름은 이 단계 이전에 다시 할당되지 않습니다.</translation>
    </message>
    <message id="notification.no_such_step">
        <source>There is no {what}.</source>
        <label>notification</label>
        <translation>{what}[이/가] 없습니다.</translation>
    </message>
    <message id="notification.no_birth">
        <source>The step that created the selected object is not known.</source>
        <label>notification</label>
        <translation>선택한 객체가 만들어진 단계를 알 수 없습니다.</translation>
    </message>
    <message id="notification.no_death">
        <source>The selected object is still alive at the last step.</source>
        <label>notification</label>
        <translation>선택한 객체는 마지막 단계에도 살아 있습니다.</translation>
    </message>
    <message id="notification.then_open">
        <source>{name} will be opened next.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>notification</label>
        <translation>그다음 {name} 파일을 엽니다.</translation>
    </message>
    <message id="notification.dismiss">
        <source>Dismiss</source>
        <label>notification</label>
        <translation>닫기</translation>
    </message>
    <message id="notification.hint">
        <source>Press {keys} to step.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>notification</label>
        <translation>{keys} 키를 누르면 한 단계 진행합니다.</translation>
    </message>
    <message id="notification.open">
        <source>Open a file</source>
        <label>notification</label>
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
    <message id="notification.recording">
        <source>Recording</source>
        <label>notification</label>
        <translation>기록 중</translation>
    </message>
    <message id="notification.unrecorded">
        <source>Running, no longer recorded</source>
        <label>notification</label>
        <translation>실행 중, 더는 기록하지 않음</translation>
    </message>
    <message id="notification.steps_so_far">
        <source>steps so far: {steps}</source>
        <extracomment>{steps}: how many steps</extracomment>
        <label>notification</label>
        <translation>지금까지 {steps}단계</translation>
    </message>
    <message id="notification.waits_for_input">
        <source>waiting for input</source>
        <label>notification</label>
        <translation>입력을 기다림</translation>
    </message>
    <message id="notification.in_deadlock">
        <source>Deadlock: threads wait for each other forever</source>
        <label>notification</label>
        <translation>교착 상태: 스레드들이 서로를 끝없이 기다립니다</translation>
    </message>
    <message id="notification.deadlock">
        <source>{threads} · Stop ends the program and keeps its steps</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <label>notification</label>
        <translation>{threads} · ‘멈추기’를 누르면 프로그램이 끝나고 기록한 단계는 남습니다</translation>
    </message>
    <message id="notification.ended_in_deadlock">
        <source>Deadlock: {threads}. {kept}</source>
        <extracomment>{threads}: threads, with arrows between them; {kept}: how many steps were kept, a sentence</extracomment>
        <label>notification</label>
        <translation>교착 상태: {threads}. {kept}</translation>
    </message>
    <message id="notification.waits_for_credit">
        <source>paused; step forward to continue</source>
        <label>notification</label>
        <translation>멈춰 있음, 앞으로 넘기면 계속됨</translation>
    </message>
    <message id="notification.record_all">
        <source>Record to the end</source>
        <label>notification</label>
        <translation>끝까지 기록</translation>
    </message>
    <message id="notification.go_to_step">
        <source>Go to step {step}</source>
        <extracomment>{step}: a step&apos;s number</extracomment>
        <label>notification</label>
        <translation>{step}단계로 가기</translation>
    </message>
    <message id="notification.stop">
        <source>Stop</source>
        <label>notification</label>
        <translation>멈추기</translation>
    </message>
    <message id="notification.seeking">
        <source>Searching</source>
        <label>notification</label>
        <translation>찾는 중</translation>
    </message>
    <message id="notification.seeking_at">
        <source>step {step} of {steps}</source>
        <label>notification</label>
        <translation>{steps}단계 중 {step}단계</translation>
    </message>
    <message id="notification.saving_table">
        <source>Saving the table</source>
        <label>notification</label>
        <translation>표를 저장하는 중</translation>
    </message>
    <message id="notification.saved_rows">
        <source>row {row} of {rows}</source>
        <label>notification</label>
        <translation>{rows}행 중 {row}행</translation>
    </message>
    <message id="notification.reading">
        <source>Reading the recording for the timeline</source>
        <label>notification</label>
        <translation>타임라인에 쓸 기록을 읽는 중</translation>
    </message>
    <message id="notification.reading_part">
        <source>{part}%</source>
        <extracomment>{part}: a number</extracomment>
        <label>notification</label>
        <translation>{part}%</translation>
    </message>
    <message id="notification.reading_stop">
        <source>Stop</source>
        <label>notification</label>
        <translation>멈추기</translation>
    </message>
    <message id="notification.edited">
        <source>The code has changed.</source>
        <label>notification</label>
        <translation>코드가 바뀌었습니다.</translation>
    </message>
    <message id="notification.live">
        <source>This program may write files or start other programs.</source>
        <label>notification</label>
        <translation>이 프로그램은 파일을 쓰거나 다른 프로그램을 시작할 수 있습니다.</translation>
    </message>
    <message id="notification.live_calls">
        <source>Live mode would run it each time you pause: {calls}</source>
        <extracomment>{calls}: calls in the program</extracomment>
        <label>notification</label>
        <translation>실시간 모드에서는 입력을 멈출 때마다 실행합니다: {calls}</translation>
    </message>
    <message id="notification.live_yes">
        <source>Run live anyway</source>
        <label>notification</label>
        <translation>그래도 실시간 실행</translation>
    </message>
    <message id="notification.live_no">
        <source>Don&apos;t run live</source>
        <label>notification</label>
        <translation>실시간 실행 안 함</translation>
    </message>
    <message id="notification.not_recorded">
        <source>Could not record.</source>
        <label>notification</label>
        <translation>기록하지 못했습니다.</translation>
    </message>
    <message id="notification.not_opened">
        <source>Could not open.</source>
        <label>notification</label>
        <translation>열지 못했습니다.</translation>
    </message>
    <message id="notification.load_file">
        <source>Load its text</source>
        <label>notification</label>
        <translation>그 내용 불러오기</translation>
    </message>
    <message id="notification.both_changed">
        <source>The file and your text have both changed.</source>
        <label>notification</label>
        <translation>파일과 편집 중인 내용이 모두 바뀌었습니다.</translation>
    </message>
    <message id="notification.file_changed">
        <source>Another program has changed the file: this is its new text.</source>
        <label>notification</label>
        <translation>다른 프로그램이 파일을 바꿔서 새 내용을 불러왔습니다.</translation>
    </message>
    <message id="notification.not_saved">
        <source>Could not save.</source>
        <label>notification</label>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message id="reason.full">
        <source>the disk is full; free some space or choose another place</source>
        <extracomment>why a file was not written</extracomment>
        <label>reason</label>
        <translation>디스크에 남은 공간이 없습니다. 공간을 비우거나 다른 위치를 고르세요</translation>
    </message>
    <message id="reason.permission">
        <source>permission denied</source>
        <extracomment>why a file was not read or written</extracomment>
        <label>reason</label>
        <translation>권한이 없습니다</translation>
    </message>
    <message id="reason.read_only">
        <source>the location is read-only</source>
        <extracomment>why a file was not written</extracomment>
        <label>reason</label>
        <translation>읽기 전용 위치라 쓸 수 없습니다</translation>
    </message>
    <message id="reason.missing">
        <source>no such file or folder</source>
        <extracomment>why a file was not read or written</extracomment>
        <label>reason</label>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message id="notification.not_printed">
        <source>Not printed.</source>
        <label>notification</label>
        <translation>인쇄하지 못했습니다.</translation>
    </message>
    <message id="notification.bookmark">
        <source>The bookmark was not saved in the file.</source>
        <label>notification</label>
        <translation>책갈피가 파일에 저장되지 않았습니다.</translation>
    </message>
    <message id="notification.damaged">
        <source>Part of the recording cannot be read.</source>
        <label>notification</label>
        <translation>기록의 일부를 읽을 수 없습니다.</translation>
    </message>
    <message id="notification.read_only">
        <source>Opened as read-only.</source>
        <label>notification</label>
        <translation>읽기 전용으로 열었습니다.</translation>
    </message>
    <message id="notification.notebook">
        <source>The code cells of the notebook are a new program that is not saved yet. Lines with % or ! are comments.</source>
        <label>notification</label>
        <translation>노트북의 코드 셀을 아직 저장하지 않은 새 프로그램으로 열었습니다. %나 !로 시작하는 줄은 주석이 되었습니다.</translation>
    </message>
    <message id="notification.read_as">
        <source>Read it as {encoding}</source>
        <extracomment>on a button that opens a file; {encoding}: the name of an encoding, as in cp949</extracomment>
        <label>notification</label>
        <translation>{encoding}[으로/로] 읽기</translation>
    </message>
    <message id="notification.first_opened">
        <source>Of {n} dropped files, the first was opened: {file}.</source>
        <extracomment>{n}: the number of files; {file}: the name of a file</extracomment>
        <label>notification</label>
        <translation>끌어다 놓은 파일 {n}개 중 첫 번째만 열었습니다: {file}</translation>
    </message>
    <message id="notification.read_as_guessed">
        <source>The file is not UTF-8, so Python cannot run it. Saving or recording writes it as UTF-8.</source>
        <label>notification</label>
        <translation>이 파일은 UTF-8이 아니어서 파이썬이 실행하지 못합니다. 저장하거나 기록하면 UTF-8로 저장됩니다.</translation>
    </message>
    <message id="notification.separator">
        <source>The file contains a paragraph separator (U+2029), which an editor would lose.</source>
        <label>notification</label>
        <translation>편집기가 보존하지 못하는 문단 구분자(U+2029)가 파일에 들어 있습니다.</translation>
    </message>
    <message id="notification.unsaved_text">
        <source>Unsaved text can be restored.</source>
        <label>notification</label>
        <translation>저장하지 않은 내용을 복구할 수 있습니다.</translation>
    </message>
    <message id="notification.unsaved_text_of" numerus="yes">
        <source>A window closed before {name} was saved (%n lines).</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>notification</label>
        <translation>
            <numerusform>{name}[을/를] 저장하기 전에 창이 닫혔습니다(%n줄).</numerusform>
        </translation>
    </message>
    <message id="notification.bring_back">
        <source>Restore</source>
        <label>notification</label>
        <translation>복구</translation>
    </message>
    <message id="notification.throw_away">
        <source>Discard</source>
        <label>notification</label>
        <translation>버리기</translation>
    </message>
    <message id="notification.not_kept_safe">
        <source>Unsaved text cannot be backed up. Save it yourself.</source>
        <label>notification</label>
        <translation>저장하지 않은 내용을 백업할 수 없습니다. 직접 저장하세요.</translation>
    </message>
    <message id="notification.fault">
        <source>Something went wrong in the window.</source>
        <label>notification</label>
        <translation>창에 문제가 생겼습니다.</translation>
    </message>
    <message id="notification.fault_kind">
        <source>{kind}. The window is still running; save your work. The diagnostics contain nothing you typed unless you include it.</source>
        <extracomment>{kind}: the name of the error</extracomment>
        <label>notification</label>
        <translation>{kind}. 창은 계속 작동합니다. 지금까지 쓴 것을 저장하세요. 따로 고르지 않는 한 진단 정보에는 입력한 내용이 들어가지 않습니다.</translation>
    </message>
    <message id="notification.copy_diagnostic">
        <source>Copy diagnostics</source>
        <label>notification</label>
        <translation>진단 정보 복사</translation>
    </message>
    <message id="notification.copy_with_program">
        <source>Copy with program</source>
        <label>notification</label>
        <translation>프로그램과 함께 복사</translation>
    </message>
    <message id="notification.set_aside">
        <source>The preferences file could not be read.</source>
        <label>notification</label>
        <translation>환경설정 파일을 읽을 수 없습니다.</translation>
    </message>
    <message id="notification.slow">
        <source>Recordings with this Python are slow.</source>
        <label>notification</label>
        <translation>이 파이썬으로는 느리게 기록합니다.</translation>
    </message>
    <message id="notification.slow_why">
        <source>The fast recorder could not be compiled for it: {reason}.</source>
        <extracomment>{reason}: why, as in &quot;there is no C compiler&quot;</extracomment>
        <label>notification</label>
        <translation>빠른 기록기를 이 파이썬에 맞게 컴파일하지 못했습니다: {reason}.</translation>
    </message>
    <message id="notification.font_missing">
        <source>Not installed on this computer: {fonts}</source>
        <extracomment>{fonts}: names of fonts</extracomment>
        <label>notification</label>
        <translation>이 컴퓨터에 없는 글꼴: {fonts}</translation>
    </message>
    <message id="notification.font_usual">
        <source>The default font is used instead.</source>
        <label>notification</label>
        <translation>대신 기본 글꼴을 씁니다.</translation>
    </message>
    <message id="notification.settings_not_kept">
        <source>Preferences cannot be saved: their file is not writable.</source>
        <label>notification</label>
        <translation>환경설정을 저장할 수 없습니다. 파일에 쓸 수 없습니다.</translation>
    </message>
    <message id="notification.set_aside_where">
        <source>It was moved to {file}, and the defaults are used instead.</source>
        <extracomment>{file}: a file</extracomment>
        <label>notification</label>
        <translation>{file}[으로/로] 옮기고 대신 기본 설정을 씁니다.</translation>
    </message>
    <message id="notification.go_there">
        <source>Go there</source>
        <label>notification</label>
        <translation>바로 가기</translation>
    </message>
    <message id="error.line">
        <source>{kind} on line {line}</source>
        <extracomment>{kind}: an exception, as in NameError; {line}: a line number</extracomment>
        <label>error</label>
        <translation>{line}번 줄에서 {kind}</translation>
    </message>
    <message id="error.file_line">
        <source>{kind} in {file}, line {line}</source>
        <extracomment>{kind}: an exception, as in NameError; {file}: a file; {line}: a line number</extracomment>
        <label>error</label>
        <translation>{file} {line}번 줄에서 {kind}</translation>
    </message>
    <message id="error.message">
        <source>{error}: {message}</source>
        <extracomment>{error}: an exception and its line; {message}: in Python’s own words</extracomment>
        <label>error</label>
        <translation>{error}: {message}</translation>
    </message>
    <message id="error.more_input">
        <source>The program asked for more input than it got: type more lines, or add lines to its input file</source>
        <label>error</label>
        <translation>프로그램이 받은 것보다 더 많은 입력을 요구했습니다. 더 입력하거나 입력 파일에 줄을 더하세요</translation>
    </message>
    <message id="error.unsaved">
        <source>The program is not saved yet and runs in a folder of its own: save it in the folder of its files first</source>
        <label>error</label>
        <translation>아직 저장하지 않은 프로그램은 따로 만든 폴더에서 실행됩니다. 파일이 있는 폴더에 먼저 저장하세요</translation>
    </message>
    <message id="error.looked">
        <source>The program began in the folder {folder}</source>
        <extracomment>{folder}: a folder&apos;s path</extracomment>
        <label>error</label>
        <translation>프로그램이 시작한 폴더: {folder}</translation>
    </message>
    <message id="error.module_above">
        <source>{name} is in a folder above the program: add PYTHONPATH={folder} to the environment variables of the run options</source>
        <extracomment>{name}: a module that was not found; {folder}: a folder&apos;s path</extracomment>
        <label>error</label>
        <translation>{name} 모듈은 프로그램보다 위에 있는 폴더에 있습니다. 실행 옵션의 환경 변수에 추가하세요: PYTHONPATH={folder}</translation>
    </message>
    <message id="error.variable">
        <source>Add {name}=value to the environment variables of the run options</source>
        <extracomment>{name}: an environment variable that the program did not find</extracomment>
        <label>error</label>
        <translation>실행 옵션의 환경 변수에 추가하세요: {name}=값</translation>
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
        <translation>&apos;{name}&apos;[을/를] 임포트하는 것을 잊었나요?</translation>
    </message>
    <message id="error.syntax">
        <source>Syntax error on line {line}: {message}</source>
        <extracomment>{line}: a line number; {message}: in Python’s own words</extracomment>
        <label>error</label>
        <translation>{line}번 줄에서 구문 오류: {message}</translation>
    </message>
    <message id="error.picture_before">
        <source>The diagram still shows the last recording.</source>
        <label>error</label>
        <translation>그림은 아직 마지막 기록을 보여 줍니다.</translation>
    </message>
    <message id="notification.steps_kept" numerus="yes">
        <source>%n steps recorded.</source>
        <label>notification</label>
        <translation>
            <numerusform>%n단계를 기록했습니다.</numerusform>
        </translation>
    </message>
    <message id="notification.part">
        <source>Steps {first} to {last} of {whole}.</source>
        <extracomment>{first}, {last}, {whole}: numbers of steps</extracomment>
        <label>notification</label>
        <translation>전체 {whole}단계 중 {first}~{last}단계입니다.</translation>
    </message>
    <message id="end.uncaught">
        <source>An uncaught error stopped the program.</source>
        <label>end</label>
        <translation>처리되지 않은 오류로 프로그램이 멈췄습니다.</translation>
    </message>
    <message id="end.exited">
        <source>The program exited with code {code}.</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>프로그램이 종료 코드 {code}[으로/로] 끝났습니다.</translation>
    </message>
    <message id="end.killed">
        <source>The program was killed by signal {code}.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>end</label>
        <translation>프로그램이 시그널 {code}[으로/로] 강제 종료되었습니다.</translation>
    </message>
    <message id="end.uncaught.brief">
        <source>Stopped by an error</source>
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
        <source>Stopped: step limit reached.</source>
        <label>end</label>
        <translation>멈춤: 단계 한도에 이르렀습니다.</translation>
    </message>
    <message id="end.time-limit">
        <source>Stopped: time limit reached.</source>
        <label>end</label>
        <translation>멈춤: 시간 한도에 이르렀습니다.</translation>
    </message>
    <message id="end.memory-limit">
        <source>Stopped: memory limit reached.</source>
        <label>end</label>
        <translation>멈춤: 메모리 한도에 이르렀습니다.</translation>
    </message>
    <message id="end.size-limit">
        <source>Stopped: the recording grew too large.</source>
        <label>end</label>
        <translation>멈춤: 기록이 너무 커졌습니다.</translation>
    </message>
    <message id="end.disk-full">
        <source>Stopped: the recording could not be stored.</source>
        <label>end</label>
        <translation>멈춤: 기록을 저장할 수 없습니다.</translation>
    </message>
    <message id="end.stopped">
        <source>Stopped.</source>
        <label>end</label>
        <translation>멈췄습니다.</translation>
    </message>
    <message id="end.trimmed">
        <source>The rest of the recording was left out.</source>
        <label>end</label>
        <translation>기록의 나머지는 저장하지 않았습니다.</translation>
    </message>
    <message id="end.recorder-failed">
        <source>The recording stopped unexpectedly.</source>
        <label>end</label>
        <translation>기록이 예기치 않게 중단되었습니다.</translation>
    </message>
    <message id="dialog.open">
        <source>Open program or recording</source>
        <label>dialog</label>
        <translation>프로그램이나 기록 열기</translation>
    </message>
    <message id="dialog.save">
        <source>Save program</source>
        <label>dialog</label>
        <translation>프로그램 저장</translation>
    </message>
    <message id="dialog.keep">
        <source>Save recording</source>
        <label>dialog</label>
        <translation>기록 저장</translation>
    </message>
    <message id="dialog.picture">
        <source>Export picture</source>
        <label>dialog</label>
        <translation>그림 내보내기</translation>
    </message>
    <message id="dialog.table">
        <source>Save trace table</source>
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
        <source>Programs, notebooks, recordings, traces and lessons (*.py *.pyw *.ipynb *.memtrace *.json *.md)</source>
        <label>dialog</label>
        <translation>프로그램, 노트북, 기록, 추적, 수업 (*.py *.pyw *.ipynb *.memtrace *.json *.md)</translation>
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
        <source>{name} has unsaved changes.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>dialog</label>
        <translation>{name}에 저장하지 않은 변경 사항이 있습니다.</translation>
    </message>
    <message id="dialog.unsaved.save">
        <source>Save</source>
        <label>dialog</label>
        <translation>저장</translation>
    </message>
    <message id="dialog.unsaved.discard">
        <source>Discard</source>
        <label>dialog</label>
        <translation>저장 안 함</translation>
    </message>
    <message id="dialog.unsaved.cancel">
        <source>Cancel</source>
        <label>dialog</label>
        <translation>취소</translation>
    </message>
    <message id="dialog.waiting">
        <source>Waiting for the drive of {name}…</source>
        <extracomment>{name}: the name of a file</extracomment>
        <label>dialog</label>
        <translation>{name}: 드라이브의 응답을 기다리는 중…</translation>
    </message>
    <message id="dialog.waiting.stop">
        <source>Stop waiting</source>
        <label>dialog</label>
        <translation>그만 기다리기</translation>
    </message>
    <message id="help.title">
        <source>Keyboard shortcuts</source>
        <label>help</label>
        <translation>단축키</translation>
    </message>
    <message id="guide.title">
        <source>Guide: a first lesson, and teaching with Visualizer</source>
        <label>guide</label>
        <translation>안내서: 첫 수업과 비주얼라이저로 가르치기</translation>
    </message>
    <message id="help.move_card">
        <source>Move card</source>
        <label>help</label>
        <translation>카드 옮기기</translation>
    </message>
    <message id="help.search">
        <source>Search commands or shortcuts</source>
        <label>help</label>
        <translation>명령이나 단축키 찾기</translation>
    </message>
    <message id="help.walk">
        <source>Move between cards or rows</source>
        <label>help</label>
        <translation>카드나 행 사이로 이동</translation>
    </message>
    <message id="help.leave_code">
        <source>Go from the code to the diagram</source>
        <label>help</label>
        <translation>코드에서 그림으로 이동</translation>
    </message>
    <message id="help.follow_reference">
        <source>Follow a reference and go back</source>
        <label>help</label>
        <translation>참조를 따라가고 되돌아오기</translation>
    </message>
    <message id="help.none">
        <source>No matching commands or shortcuts.</source>
        <label>help</label>
        <translation>일치하는 명령이나 단축키가 없습니다.</translation>
    </message>
    <message id="help.note">
        <source>Arrow keys and single-key shortcuts work outside text fields.</source>
        <label>help</label>
        <translation>화살표 키와 한 글자 단축키는 입력란 밖에서 작동합니다.</translation>
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
        <translation>파이썬 {python}, Qt {qt}[으로/로] 실행 중입니다.</translation>
    </message>
    <message id="about.log">
        <source>Errors in the window are logged to {file}.</source>
        <extracomment>{file}: a file</extracomment>
        <label>about</label>
        <translation>창에서 생긴 오류는 {file}에 남깁니다.</translation>
    </message>
    <message id="about.copy">
        <source>Copy as text</source>
        <label>about</label>
        <translation>텍스트로 복사</translation>
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
    <message id="about.licence_of">
        <source>Licence of {name}</source>
        <extracomment>{name}: a package</extracomment>
        <label>about</label>
        <translation>{name} 라이선스</translation>
    </message>
    <message id="preferences.title">
        <source>Preferences</source>
        <label>preferences</label>
        <translation>환경설정</translation>
    </message>
    <message id="run.title">
        <source>Run options</source>
        <label>run</label>
        <translation>실행 옵션</translation>
    </message>
    <message id="run.of">
        <source>Applies to {name} from the next recording; remembered for this file.</source>
        <extracomment>{name}: a file</extracomment>
        <label>run</label>
        <translation>{name}: 다음 기록부터 적용하고 이 파일의 설정으로 기억합니다.</translation>
    </message>
    <message id="run.arguments">
        <source>Arguments</source>
        <label>run</label>
        <translation>인자</translation>
    </message>
    <message id="run.arguments.note">
        <source>As in a shell, after the program&apos;s name; quotes group words.</source>
        <label>run</label>
        <translation>셸에서 프로그램 이름 뒤에 쓰듯이 씁니다. 따옴표로 단어를 묶습니다.</translation>
    </message>
    <message id="run.input">
        <source>Standard input</source>
        <label>run</label>
        <translation>표준 입력</translation>
    </message>
    <message id="run.input.own">
        <source>Text typed in the window</source>
        <label>run</label>
        <translation>창에서 입력한 내용</translation>
    </message>
    <message id="run.folder">
        <source>Working folder</source>
        <label>run</label>
        <translation>작업 폴더</translation>
    </message>
    <message id="run.folder.own">
        <source>The program&apos;s folder</source>
        <label>run</label>
        <translation>프로그램이 있는 폴더</translation>
    </message>
    <message id="run.environment">
        <source>Environment variables</source>
        <label>run</label>
        <translation>환경 변수</translation>
    </message>
    <message id="run.environment.note">
        <source>NAME=value, one per line. Saved as plain text: no passwords.</source>
        <label>run</label>
        <translation>한 줄에 하나씩 이름=값으로 씁니다. 일반 텍스트로 저장되므로 비밀번호는 쓰지 마세요.</translation>
    </message>
    <message id="run.clear">
        <source>Reset to defaults</source>
        <label>run</label>
        <translation>기본값으로 되돌리기</translation>
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
        <source>Appearance</source>
        <label>preferences</label>
        <translation>모양</translation>
    </message>
    <message id="preferences.run">
        <source>Programs</source>
        <label>preferences</label>
        <translation>프로그램</translation>
    </message>
    <message id="preferences.keys">
        <source>Shortcuts</source>
        <label>preferences</label>
        <translation>단축키</translation>
    </message>
    <message id="preferences.reset">
        <source>Reset all preferences</source>
        <label>preferences</label>
        <translation>모든 환경설정 초기화</translation>
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
        <source>Text font</source>
        <label>preferences</label>
        <translation>화면 글꼴</translation>
    </message>
    <message id="preferences.code_family">
        <source>Code font</source>
        <label>preferences</label>
        <translation>코드 글꼴</translation>
    </message>
    <message id="preferences.usual_font">
        <source>Default ({font})</source>
        <extracomment>{font}: the name of a font</extracomment>
        <label>preferences</label>
        <translation>기본 글꼴 ({font})</translation>
    </message>
    <message id="preferences.motion.system">
        <source>Match system</source>
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
        <translation>전체</translation>
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
        <source>Code size (pixels)</source>
        <label>preferences</label>
        <translation>코드 크기 (픽셀)</translation>
    </message>
    <message id="preferences.output_size">
        <source>Output size (pixels)</source>
        <label>preferences</label>
        <translation>출력 크기 (픽셀)</translation>
    </message>
    <message id="preferences.text_size">
        <source>Size of all text</source>
        <label>preferences</label>
        <translation>전체 글자 크기</translation>
    </message>
    <message id="preferences.python">
        <source>Interpreter</source>
        <label>preferences</label>
        <translation>인터프리터</translation>
    </message>
    <message id="preferences.python.own">
        <source>This window&apos;s interpreter</source>
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
        <translation>환경설정의 인터프리터</translation>
    </message>
    <message id="preferences.python.asked">
        <source>Checking…</source>
        <label>preferences</label>
        <translation>확인하는 중…</translation>
    </message>
    <message id="preferences.python.used">
        <source>The next recording will use this interpreter.</source>
        <label>preferences</label>
        <translation>다음 기록부터 이 인터프리터를 씁니다.</translation>
    </message>
    <message id="preferences.python.ours">
        <source>Choose one of {known}, or the folder of a virtual environment.</source>
        <extracomment>{known}: versions, as in CPython 3.13, 3.14, 3.15</extracomment>
        <label>preferences</label>
        <translation>{known} 가운데 하나, 또는 가상 환경의 폴더를 고르세요.</translation>
    </message>
    <message id="preferences.steps">
        <source>Maximum steps</source>
        <label>preferences</label>
        <translation>최대 단계 수</translation>
    </message>
    <message id="preferences.recorder">
        <source>Recorder</source>
        <label>preferences</label>
        <translation>기록기</translation>
    </message>
    <message id="preferences.recorder.auto">
        <source>Automatic: C if possible</source>
        <label>preferences</label>
        <translation>자동: 가능하면 C</translation>
    </message>
    <message id="preferences.recorder.core">
        <source>C only</source>
        <label>preferences</label>
        <translation>C만</translation>
    </message>
    <message id="preferences.recorder.python">
        <source>Python only</source>
        <label>preferences</label>
        <translation>파이썬만</translation>
    </message>
    <message id="preferences.made_by.core">
        <source>The recording shown was made in C.</source>
        <label>preferences</label>
        <translation>지금 보는 기록은 C로 만들었습니다.</translation>
    </message>
    <message id="preferences.made_by.python">
        <source>The recording shown was made in Python.</source>
        <label>preferences</label>
        <translation>지금 보는 기록은 파이썬으로 만들었습니다.</translation>
    </message>
    <message id="preferences.ahead">
        <source>Record-ahead limit</source>
        <label>preferences</label>
        <translation>미리 기록할 단계 수</translation>
    </message>
    <message id="preferences.ahead.note">
        <source>At this limit the program waits until you step forward.</source>
        <label>preferences</label>
        <translation>여기에 이르면 프로그램은 앞으로 넘길 때까지 기다립니다.</translation>
    </message>
    <message id="preferences.seconds">
        <source>Maximum time (seconds)</source>
        <label>preferences</label>
        <translation>최대 시간 (초)</translation>
    </message>
    <message id="preferences.seconds.note">
        <source>0: no limit</source>
        <label>preferences</label>
        <translation>0: 제한 없음</translation>
    </message>
    <message id="preferences.memory_mb">
        <source>Maximum program memory (MB)</source>
        <label>preferences</label>
        <translation>프로그램의 최대 메모리 (MB)</translation>
    </message>
    <message id="preferences.recording_mb">
        <source>Maximum recording (MB)</source>
        <label>preferences</label>
        <translation>기록의 최대 크기 (MB)</translation>
    </message>
    <message id="preferences.limits.note">
        <source>At a limit the program is stopped, and what was recorded so far is kept. Applies from the next recording.</source>
        <label>preferences</label>
        <translation>한도에 이르면 프로그램을 멈추고, 그때까지의 기록은 남습니다. 다음 기록부터 적용됩니다.</translation>
    </message>
    <message id="preferences.keys.new">
        <source>New shortcut</source>
        <label>preferences</label>
        <translation>새 단축키</translation>
    </message>
    <message id="preferences.keys.give">
        <source>Assign</source>
        <extracomment>on a button: the keys in the field go to the command</extracomment>
        <label>preferences</label>
        <translation>지정</translation>
    </message>
    <message id="preferences.keys.none">
        <source>Remove</source>
        <label>preferences</label>
        <translation>제거</translation>
    </message>
    <message id="preferences.keys.usual">
        <source>Use default</source>
        <label>preferences</label>
        <translation>기본값으로</translation>
    </message>
    <message id="preferences.keys.hint">
        <source>Press the new shortcut for “{command}” in the field.</source>
        <extracomment>{command}: a command&apos;s name</extracomment>
        <label>preferences</label>
        <translation>입력란에서 “{command}”의 새 단축키를 누르세요.</translation>
    </message>
    <message id="preferences.keys.conflict">
        <source>{keys} is assigned to “{command}”; it will lose this shortcut.</source>
        <extracomment>{keys}: keys, as in Ctrl+R; {command}: a command&apos;s name</extracomment>
        <label>preferences</label>
        <translation>{keys}[은/는] 지금 “{command}”의 단축키입니다. 지정하면 그 명령에서는 없어집니다.</translation>
    </message>
    <message id="preferences.keys.taken">
        <source>{keys} is reserved: the window itself needs it.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>preferences</label>
        <translation>{keys}[은/는] 창이 쓰는 키라서 지정할 수 없습니다.</translation>
    </message>
    <message id="command.page_streaming">
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
        <translation>합계와 필터</translation>
    </message>
    <message id="stream.file">
        <source>Reading a file</source>
        <label>stream</label>
        <translation>파일 읽기</translation>
    </message>
    <message id="stream.endless">
        <source>Endless stream</source>
        <label>stream</label>
        <translation>무한 스트림</translation>
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
        <translation>항목 수 n</translation>
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
        <source>until it arrives; lower is better</source>
        <label>stream</label>
        <translation>나올 때까지; 낮을수록 좋음</translation>
    </message>
    <message id="stream.total">
        <source>Total time</source>
        <label>stream</label>
        <translation>전체 시간</translation>
    </message>
    <message id="stream.total_note">
        <source>until all are added up; lower is better</source>
        <label>stream</label>
        <translation>모두 더할 때까지; 낮을수록 좋음</translation>
    </message>
    <message id="stream.peak">
        <source>Peak memory</source>
        <label>stream</label>
        <translation>최대 메모리</translation>
    </message>
    <message id="stream.peak_note">
        <source>in a separate run; lower is better</source>
        <label>stream</label>
        <translation>따로 실행해서 잼; 낮을수록 좋음</translation>
    </message>
    <message id="stream.limit">
        <source>this machine&apos;s limit (stops here): {limit}</source>
        <extracomment>{limit}: an amount, as in 3.1 GB</extracomment>
        <label>stream</label>
        <translation>이 컴퓨터의 한계 (여기서 멈춤): {limit}</translation>
    </message>
    <message id="stream.memory">
        <source>Memory while streaming</source>
        <label>stream</label>
        <translation>스트림을 처리하는 동안의 메모리</translation>
    </message>
    <message id="stream.memory_note">
        <source>growth of the process</source>
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
        <source>{name}, n = {x}: {y}</source>
        <extracomment>{name}: as in generator; {x}: as in 1,000,000; {y}: an amount</extracomment>
        <label>stream</label>
        <translation>{name}, n = {x}: {y}</translation>
    </message>
    <message id="stream.moment">
        <source>{name}, after {x}: {y}</source>
        <extracomment>{name}: as in generator; {x}, {y}: amounts</extracomment>
        <label>stream</label>
        <translation>{name}, {x} 뒤: {y}</translation>
    </message>
    <message id="stream.code">
        <source>Code as it runs</source>
        <label>stream</label>
        <translation>실행하는 코드</translation>
    </message>
    <message id="stream.waits_here">
        <source>produces one and waits here</source>
        <label>stream</label>
        <translation>하나를 내놓고 여기서 기다림</translation>
    </message>
    <message id="stream.small">
        <source>recorded at a small size, n = {count}</source>
        <extracomment>{count}: a number</extracomment>
        <label>stream</label>
        <translation>n = {count}[으로/로] 줄여 기록합니다</translation>
    </message>
    <message id="stream.open_hint">
        <source>Opens a small program of this style, and records it</source>
        <label>stream</label>
        <translation>이 방식을 작게 줄인 프로그램을 열고 바로 기록합니다</translation>
    </message>
    <message id="stream.made">
        <source>Created</source>
        <label>stream</label>
        <translation>만드는 때</translation>
    </message>
    <message id="stream.made_before">
        <source>all up front</source>
        <label>stream</label>
        <translation>처음에 모두</translation>
    </message>
    <message id="stream.made_when_asked">
        <source>one on demand</source>
        <label>stream</label>
        <translation>요청할 때 하나씩</translation>
    </message>
    <message id="stream.made_in_chunks">
        <source>65,536 on demand</source>
        <label>stream</label>
        <translation>요청할 때 65,536개씩</translation>
    </message>
    <message id="stream.vs">
        <source>vs {style}</source>
        <extracomment>{style}: as in list</extracomment>
        <label>stream</label>
        <translation>{style} 대비</translation>
    </message>
    <message id="stream.vs_none">
        <source>Compared</source>
        <label>stream</label>
        <translation>비교</translation>
    </message>
    <message id="stream.serves">
        <source>Endless stream</source>
        <label>stream</label>
        <translation>무한 스트림</translation>
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
        <source>Earlier, total</source>
        <label>stream</label>
        <translation>이전 실행, 전체</translation>
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
        <source>Not run: needs about {needed} of memory, but the limit is {limit}</source>
        <extracomment>{needed}, {limit}: amounts, as in 3.1 GB</extracomment>
        <label>stream</label>
        <translation>실행하지 않음: 메모리가 약 {needed} 필요하지만 한도는 {limit}입니다</translation>
    </message>
    <message id="stream.no_time">
        <source>Not run: would take about {needed}, but the limit is {limit}</source>
        <extracomment>{needed}, {limit}: times</extracomment>
        <label>stream</label>
        <translation>실행하지 않음: 약 {needed} 걸리지만 한도는 {limit}입니다</translation>
    </message>
    <message id="stream.failed_before">
        <source>Not run: failed at a smaller size</source>
        <label>stream</label>
        <translation>실행하지 않음: 더 작은 크기에서 실패했습니다</translation>
    </message>
    <message id="stream.outcome">
        <source>Outcome</source>
        <label>stream</label>
        <translation>결과</translation>
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
        <source>✓ supplied items for the whole {seconds}</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✓ {seconds} 내내 항목을 내놓음</translation>
    </message>
    <message id="stream.memory_full">
        <source>✕ stopped after {seconds}: out of memory, no items</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✕ {seconds} 뒤 멈춤: 메모리가 다 차도록 항목을 하나도 내놓지 못함</translation>
    </message>
    <message id="stream.time_up">
        <source>✕ stopped after {seconds}: time limit, no items</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✕ {seconds} 뒤 멈춤: 시간이 다 되도록 항목을 하나도 내놓지 못함</translation>
    </message>
    <message id="stream.refused">
        <source>✕ rejected at once: {said}</source>
        <extracomment>{said}: what Python says</extracomment>
        <label>stream</label>
        <translation>✕ 바로 거부됨: {said}</translation>
    </message>
    <message id="stream.timing">
        <source>{style}: time at n = {items}</source>
        <extracomment>{style}: as in list; {items}: as in 1,000,000</extracomment>
        <label>stream</label>
        <translation>{style}: n = {items}의 시간</translation>
    </message>
    <message id="stream.tracing">
        <source>{style}: memory at n = {items}</source>
        <extracomment>{style}: as in list; {items}: as in 1,000,000</extracomment>
        <label>stream</label>
        <translation>{style}: n = {items}의 메모리</translation>
    </message>
    <message id="stream.serving">
        <source>{style}: endless stream</source>
        <extracomment>{style}: as in list</extracomment>
        <label>stream</label>
        <translation>{style}: 무한 스트림</translation>
    </message>
    <message id="stream.run_growth">
        <source>n = {sizes}: {styles}</source>
        <extracomment>{sizes}: as in 1,000 … 1,000,000; {styles}: a list</extracomment>
        <label>stream</label>
        <translation>n = {sizes}: {styles}</translation>
    </message>
    <message id="stream.run_endless">
        <source>Endless stream: {styles}</source>
        <extracomment>{styles}: a list</extracomment>
        <label>stream</label>
        <translation>무한 스트림: {styles}</translation>
    </message>
    <message id="stream.sums_alike">
        <source>all styles give the same sum</source>
        <label>stream</label>
        <translation>모든 방식에서 합이 같음</translation>
    </message>
    <message id="stream.sums_differ">
        <source>the sums differ: something is wrong</source>
        <label>stream</label>
        <translation>합이 서로 다름: 무언가 잘못되었음</translation>
    </message>
    <message id="stream.nothing_yet">
        <source>Nothing measured yet. Press Run to compare creating all items first with creating each one on demand.</source>
        <label>stream</label>
        <translation>아직 측정하지 않았습니다. 실행을 누르면 모든 항목을 미리 만드는 방식과 요청할 때 하나씩 만드는 방식을 비교합니다.</translation>
    </message>
    <message id="stream.measuring">
        <source>Not enough has been measured yet for a conclusion.</source>
        <label>stream</label>
        <translation>아직 결론을 내릴 만큼 재지 않았습니다.</translation>
    </message>
    <message id="stream.one_kind">
        <source>Only eager or only lazy styles were measured. Choose one of each to compare.</source>
        <label>stream</label>
        <translation>미리 만드는 방식만, 또는 요청할 때 만드는 방식만 쟀습니다. 비교하려면 하나씩 고르세요.</translation>
    </message>
    <message id="stream.first_unclear">
        <source>The repeats do not show whether {lazy} produces its first item sooner here.</source>
        <extracomment>{lazy}: a style</extracomment>
        <label>stream</label>
        <translation>{lazy}[이/가] 여기서 첫 항목을 더 빨리 내놓는지는 반복한 값만으로 알 수 없습니다.</translation>
    </message>
    <message id="stream.first_alike">
        <source>{lazy} takes about as long to produce its first item here.</source>
        <extracomment>{lazy}: a style; {times}: a number</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 여기서 첫 항목을 거의 같은 때에 내놓습니다.</translation>
    </message>
    <message id="stream.first_sooner">
        <source>{lazy} produces its first item about {times} times sooner.</source>
        <extracomment>{lazy}: a style; {times}: a number</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내놓습니다.</translation>
    </message>
    <message id="stream.sooner">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. Their total times are about the same.</source>
        <extracomment>{lazy}: a style; {times}, {share}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내놓고, 최대 메모리는 약 {share}분의 1입니다. 전체 시간은 거의 같습니다.</translation>
    </message>
    <message id="stream.sooner_unclear">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. The repeats do not show which finishes first.</source>
        <extracomment>{lazy}: a style; {times}, {share}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내놓고, 최대 메모리는 약 {share}분의 1입니다. 어느 쪽이 먼저 끝나는지는 반복한 값만으로 알 수 없습니다.</translation>
    </message>
    <message id="stream.sooner_longer">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. In total it takes {longer} times as long.</source>
        <extracomment>{lazy}: a style; {times}, {share}, {longer}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내놓고, 최대 메모리는 약 {share}분의 1입니다. 전체 시간은 {longer}배 걸립니다.</translation>
    </message>
    <message id="stream.sooner_shorter">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. In total it is {shorter} times as fast.</source>
        <extracomment>{lazy}: a style; {times}, {share}, {shorter}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy}[은/는] 첫 항목을 약 {times}배 빨리 내놓고, 최대 메모리는 약 {share}분의 1입니다. 전체로도 {shorter}배 빠릅니다.</translation>
    </message>
    <message id="stream.beside" numerus="yes">
        <source>At n = {items}, compared with {eager}; medians of %n repeats.</source>
        <extracomment>{items}: as in 1,000,000; {eager}: a style</extracomment>
        <label>stream</label>
        <translation>
            <numerusform>n = {items}일 때 {eager} 방식과 비교했습니다(반복 %n번의 중앙값).</numerusform>
        </translation>
    </message>
    <message id="stream.beside_medians">
        <source>At n = {items}, compared with {eager}; medians of different numbers of repeats.</source>
        <extracomment>{items}: as in 1,000,000; {eager}: a style</extracomment>
        <label>stream</label>
        <translation>n = {items}일 때 {eager} 방식과 비교했습니다(중앙값, 반복 횟수는 서로 다름).</translation>
    </message>
    <message id="stream.stays">
        <source>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold; that of {lazy} stayed the same.</source>
        <extracomment>{items}, {eager_times}: numbers; {eager}, {lazy}: styles</extracomment>
        <label>stream</label>
        <translation>n이 {items}배 커지는 동안 {eager}의 메모리는 {eager_times}배가 되었고, {lazy}의 메모리는 그대로였습니다.</translation>
    </message>
    <message id="stream.grows">
        <source>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold and that of {lazy} {lazy_times}-fold.</source>
        <extracomment>{items}, {eager_times}, {lazy_times}: numbers; {eager}, {lazy}: styles</extracomment>
        <label>stream</label>
        <translation>n이 {items}배 커지는 동안 {eager}의 메모리는 {eager_times}배, {lazy}의 메모리는 {lazy_times}배가 되었습니다.</translation>
    </message>
    <message id="stream.not_faster">
        <source>Lazy is not faster: it only avoids creating items before they are needed.</source>
        <label>stream</label>
        <translation>더 빠른 것이 아니라, 필요하기 전에 항목을 미리 만들지 않을 뿐입니다.</translation>
    </message>
    <message id="stream.so_far">
        <source>Partial results: the run has not finished.</source>
        <label>stream</label>
        <translation>일부 결과입니다. 실행이 끝나지 않았습니다.</translation>
    </message>
    <message id="stream.flat">
        <source>While {items} items passed through, memory grew by at most {grown}.</source>
        <extracomment>{items}: a number; {grown}: an amount</extracomment>
        <label>stream</label>
        <translation>항목 {items}개가 지나가는 동안 메모리는 많아야 {grown} 늘었습니다.</translation>
    </message>
    <message id="stream.served" numerus="yes">
        <source>%n styles can serve an endless stream; the first item arrived after at most {first}.</source>
        <extracomment>{first}: a time</extracomment>
        <label>stream</label>
        <translation>
            <numerusform>방식 %n개가 무한 스트림을 처리할 수 있습니다. 첫 항목은 늦어도 {first} 뒤에 나왔습니다.</numerusform>
        </translation>
    </message>
    <message id="stream.stopped" numerus="yes">
        <source>%n styles need all items first and never produced one, so they were stopped.</source>
        <label>stream</label>
        <translation>
            <numerusform>방식 %n개는 모든 항목을 먼저 만들려다 하나도 내놓지 못해 중단되었습니다.</numerusform>
        </translation>
    </message>
    <message id="stream.some_failed" numerus="yes">
        <source>%n styles failed; see their rows for the reasons.</source>
        <label>stream</label>
        <translation>
            <numerusform>방식 %n개가 실패했습니다. 이유는 해당 행에 있습니다.</numerusform>
        </translation>
    </message>
    <message id="command.page_shared_memory">
        <source>Shared-memory lab</source>
        <label>command</label>
        <translation>공유 메모리 실험실</translation>
    </message>
    <message id="shm.methods">
        <source>Methods</source>
        <label>shm</label>
        <translation>방식</translation>
    </message>
    <message id="shm.files">
        <source>Tables</source>
        <label>shm</label>
        <translation>표</translation>
    </message>
    <message id="shm.rows">
        <source>Rows each</source>
        <label>shm</label>
        <translation>표마다 행 수</translation>
    </message>
    <message id="shm.workers">
        <source>Workers</source>
        <label>shm</label>
        <translation>작업자</translation>
    </message>
    <message id="shm.more">
        <source>Options</source>
        <label>shm</label>
        <translation>옵션</translation>
    </message>
    <message id="shm.options_title">
        <source>Shared-memory lab options</source>
        <label>shm</label>
        <translation>공유 메모리 실험실 옵션</translation>
    </message>
    <message id="shm.sources">
        <source>Tables from</source>
        <label>shm</label>
        <translation>표의 출처</translation>
    </message>
    <message id="shm.tables_are_made">
        <source>generated for each run, always the same</source>
        <label>shm</label>
        <translation>실행할 때마다 똑같이 새로 만듦</translation>
    </message>
    <message id="shm.add_files">
        <source>Add files…</source>
        <label>shm</label>
        <translation>파일 추가…</translation>
    </message>
    <message id="shm.table_files">
        <source>Tables as text (*.tsv *.txt *.csv *.dat);;All files (*)</source>
        <label>shm</label>
        <translation>텍스트 표 (*.tsv *.txt *.csv *.dat);;모든 파일 (*)</translation>
    </message>
    <message id="shm.generated">
        <source>Use generated tables</source>
        <label>shm</label>
        <translation>생성한 표 쓰기</translation>
    </message>
    <message id="shm.own_files" numerus="yes">
        <source>%n added files</source>
        <label>shm</label>
        <translation>
            <numerusform>추가한 파일 %n개</numerusform>
        </translation>
    </message>
    <message id="shm.reader">
        <source>Parsed by</source>
        <label>shm</label>
        <translation>읽는 방식</translation>
    </message>
    <message id="shm.reader_loadtxt">
        <source>np.loadtxt, numpy&apos;s own</source>
        <label>shm</label>
        <translation>numpy의 np.loadtxt</translation>
    </message>
    <message id="shm.reader_fast">
        <source>fast reader (Arrow)</source>
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
        <source>in the lab&apos;s folder</source>
        <label>shm</label>
        <translation>실험실 폴더에</translation>
    </message>
    <message id="shm.choose_file">
        <source>choose a location…</source>
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
        <source>Rows per chunk</source>
        <label>shm</label>
        <translation>청크당 행 수</translation>
    </message>
    <message id="shm.one_piece">
        <source>one piece, or chosen by HDF5</source>
        <label>shm</label>
        <translation>한 덩어리 (또는 HDF5가 정함)</translation>
    </message>
    <message id="shm.scheduler">
        <source>External Dask scheduler</source>
        <label>shm</label>
        <translation>외부 Dask 스케줄러</translation>
    </message>
    <message id="shm.ask_sweep">
        <source>Find the break-even size for shared memory</source>
        <label>shm</label>
        <translation>공유 메모리가 유리해지는 크기 찾기</translation>
    </message>
    <message id="shm.ask_growth">
        <source>Measure how time grows with the rows</source>
        <label>shm</label>
        <translation>행이 늘 때 시간이 어떻게 느는지 재기</translation>
    </message>
    <message id="shm.ask_kill">
        <source>Kill a worker on purpose to see what remains</source>
        <label>shm</label>
        <translation>작업자를 일부러 강제 종료해 무엇이 남는지 보기</translation>
    </message>
    <message id="shm.close">
        <source>Close</source>
        <label>shm</label>
        <translation>닫기</translation>
    </message>
    <message id="shm.too_much">
        <source>{rows} of rows do not fit in this machine&apos;s {memory} of memory. Choose fewer rows or tables.</source>
        <extracomment>{rows}, {memory}: amounts, as in 2.60 GB</extracomment>
        <label>shm</label>
        <translation>행 {rows}[은/는] 이 컴퓨터의 메모리 {memory}에 다 들어가지 않습니다. 행이나 표를 줄이세요.</translation>
    </message>
    <message id="shm.not_run">
        <source>Not run.</source>
        <label>shm</label>
        <translation>실행하지 않았습니다.</translation>
    </message>
    <message id="shm.doing_tables">
        <source>Making tables</source>
        <label>shm</label>
        <translation>표를 만드는 중</translation>
    </message>
    <message id="shm.doing_limits">
        <source>Measuring this machine&apos;s limits</source>
        <label>shm</label>
        <translation>이 컴퓨터의 한계를 재는 중</translation>
    </message>
    <message id="shm.doing_starting">
        <source>Starting the methods</source>
        <label>shm</label>
        <translation>방식들을 시작하는 중</translation>
    </message>
    <message id="shm.doing_watched">
        <source>{name}: monitored run</source>
        <extracomment>{name}: a method, as in shm-pool</extracomment>
        <label>shm</label>
        <translation>{name}: 지켜보며 실행 중</translation>
    </message>
    <message id="shm.doing_sweep">
        <source>Measuring different sizes</source>
        <label>shm</label>
        <translation>크기를 바꿔 가며 재는 중</translation>
    </message>
    <message id="shm.doing_growth">
        <source>Measuring growth with the rows</source>
        <label>shm</label>
        <translation>행을 늘려 가며 재는 중</translation>
    </message>
    <message id="shm.doing_killed">
        <source>A worker was killed on purpose</source>
        <label>shm</label>
        <translation>작업자를 일부러 강제 종료했습니다</translation>
    </message>
    <message id="shm.doing_file">
        <source>The file was written</source>
        <label>shm</label>
        <translation>파일을 썼습니다</translation>
    </message>
    <message id="shm.doing_over">
        <source>Checking what is left</source>
        <label>shm</label>
        <translation>남은 것이 있는지 확인하는 중</translation>
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
    <message id="shm.note_differs">
        <source>shorter is better; medians; the methods have different numbers of repeats</source>
        <label>shm</label>
        <translation>짧을수록 좋음; 중앙값, 반복 횟수는 방식마다 다름</translation>
    </message>
    <message id="shm.note_range" numerus="yes">
        <source>shorter is better; median of %n repeats, whiskers show the range</source>
        <label>shm</label>
        <translation>
            <numerusform>짧을수록 좋음; %n회 반복의 중앙값, 수염은 범위</numerusform>
        </translation>
    </message>
    <message id="shm.note_interval" numerus="yes">
        <source>shorter is better; median of %n repeats, whiskers show the 95% interval</source>
        <label>shm</label>
        <translation>
            <numerusform>짧을수록 좋음; %n회 반복의 중앙값, 수염은 95% 구간</numerusform>
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
    <message id="shm.rest">
        <source>▭ rest</source>
        <label>shm</label>
        <translation>▭ 그 밖</translation>
    </message>
    <message id="shm.total">
        <source>total</source>
        <label>shm</label>
        <translation>전체</translation>
    </message>
    <message id="shm.range">
        <source>range</source>
        <label>shm</label>
        <translation>범위</translation>
    </message>
    <message id="shm.earlier">
        <source>earlier</source>
        <label>shm</label>
        <translation>지난 실행</translation>
    </message>
    <message id="shm.method">
        <source>method</source>
        <label>shm</label>
        <translation>방식</translation>
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
        <source>Transfer rate</source>
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
        <source>{name}, monitored run</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>{name}, 지켜본 실행</translation>
    </message>
    <message id="shm.process">
        <source>Process</source>
        <label>shm</label>
        <translation>프로세스</translation>
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
        <source>{name}: {y} at {x}</source>
        <extracomment>{name}: RSS, PSS or USS; {y}: an amount; {x}: a time</extracomment>
        <label>shm</label>
        <translation>{name}: {x}에 {y}</translation>
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
        <source>transferred</source>
        <label>shm</label>
        <translation>전달함</translation>
    </message>
    <message id="shm.stage_written">
        <source>written</source>
        <label>shm</label>
        <translation>씀</translation>
    </message>
    <message id="shm.stage_dropped">
        <source>released</source>
        <label>shm</label>
        <translation>해제함</translation>
    </message>
    <message id="shm.stage_ended">
        <source>ended</source>
        <label>shm</label>
        <translation>끝남</translation>
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
        <source>{name}, now, {seconds} after start</source>
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
        <source>Replay the run</source>
        <label>shm</label>
        <translation>실행 다시 보기</translation>
    </message>
    <message id="shm.not_watched">
        <source>Run the lab to see, moment by moment, which process has mapped which segment.</source>
        <label>shm</label>
        <translation>실험을 실행하면 어느 프로세스가 어떤 세그먼트를 매핑하고 있는지 순간순간 볼 수 있습니다.</translation>
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
        <source>Pickled, sent through a pipe as bytes, and unpickled</source>
        <label>shm</label>
        <translation>피클로 바꾸어 바이트로 파이프를 지난 뒤 다시 배열로</translation>
    </message>
    <message id="shm.channel_pipe">
        <source>The bytes go through a pipe unchanged</source>
        <label>shm</label>
        <translation>바이트가 그대로 파이프를 지남</translation>
    </message>
    <message id="shm.channel_threads">
        <source>Threads share the parent&apos;s memory</source>
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
        <source>mapped by no process</source>
        <label>shm</label>
        <translation>매핑한 프로세스 없음</translation>
    </message>
    <message id="shm.unlinked">
        <source>unlinked: gone</source>
        <label>shm</label>
        <translation>언링크됨: 사라짐</translation>
    </message>
    <message id="shm.own">
        <source>private {size}</source>
        <extracomment>{size}: an amount</extracomment>
        <label>shm</label>
        <translation>전용 {size}</translation>
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
        <source>at exit</source>
        <label>shm</label>
        <translation>종료할 때</translation>
    </message>
    <message id="shm.by_script">
        <source>by script</source>
        <label>shm</label>
        <translation>스크립트가</translation>
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
        <source>At the end, no segments, temporary files or processes were left.</source>
        <label>shm</label>
        <translation>모두 끝난 뒤 세그먼트도, 임시 파일도, 프로세스도 남지 않았습니다.</translation>
    </message>
    <message id="shm.over_left">
        <source>Left at the end: segments {segments}, folders {files}, processes {processes}.</source>
        <extracomment>numbers</extracomment>
        <label>shm</label>
        <translation>모두 끝난 뒤 남은 것: 세그먼트 {segments}, 폴더 {files}, 프로세스 {processes}.</translation>
    </message>
    <message id="shm.of_others" numerus="yes">
        <source>%n items left behind by crashed runs were removed first.</source>
        <label>shm</label>
        <translation>
            <numerusform>비정상 종료된 실행이 남긴 것 %n개를 먼저 정리했습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.killed">
        <source>A worker was killed on purpose: the parent reported it after {seconds}; segments remaining: {stayed}, after the run&apos;s cleanup: {left}.</source>
        <extracomment>{seconds}: a time; {stayed}, {left}: numbers</extracomment>
        <label>shm</label>
        <translation>작업자를 일부러 강제 종료하자 부모가 {seconds} 뒤에 알렸습니다. 남은 세그먼트 {stayed}개, 실행의 뒷정리 뒤 {left}개.</translation>
    </message>
    <message id="shm.kill_failed">
        <source>The worker could not be killed on purpose: {error}</source>
        <extracomment>{error}: a message</extracomment>
        <label>shm</label>
        <translation>작업자를 일부러 강제 종료하지 못했습니다: {error}</translation>
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
        <source>The file cannot be shown: {error}</source>
        <extracomment>{error}: a message</extracomment>
        <label>shm</label>
        <translation>파일을 보여 줄 수 없습니다: {error}</translation>
    </message>
    <message id="shm.reading_back">
        <source>Reading the file back…</source>
        <label>shm</label>
        <translation>파일을 다시 읽는 중…</translation>
    </message>
    <message id="shm.file_to_come">
        <source>A run will write the file to {path}</source>
        <extracomment>{path}: a path</extracomment>
        <label>shm</label>
        <translation>실행하면 파일을 {path}에 씁니다</translation>
    </message>
    <message id="shm.no_file_asked">
        <source>No file will be written (see Options).</source>
        <label>shm</label>
        <translation>파일을 쓰지 않습니다(옵션 참고).</translation>
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
            <numerusform>방식 %n개의 체크섬이 같음</numerusform>
        </translation>
    </message>
    <message id="shm.check_streamed">
        <source>written only by the parent, as data arrived ({name})</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>부모만 썼음, 받는 대로 ({name})</translation>
    </message>
    <message id="shm.check_parent">
        <source>written only by the parent, after all data arrived ({name})</source>
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
        <source>Break-even size</source>
        <label>shm</label>
        <translation>유리해지는 크기</translation>
    </message>
    <message id="shm.sweep_note">
        <source>until the parent has read everything, with the worker already running; lower is better</source>
        <label>shm</label>
        <translation>작업자가 이미 실행 중일 때, 부모가 다 읽기까지; 낮을수록 좋음</translation>
    </message>
    <message id="shm.bytes">
        <source>bytes</source>
        <label>shm</label>
        <translation>바이트</translation>
    </message>
    <message id="shm.no_sweep">
        <source>This run did not measure different sizes (see Options).</source>
        <label>shm</label>
        <translation>이 실행에서는 크기를 바꿔 가며 재지 않았습니다(옵션 참고).</translation>
    </message>
    <message id="shm.wins_from">
        <source>Up to {before} the queue is faster or about as fast; from {size} on, shared memory is always faster.</source>
        <extracomment>{before}, {size}: amounts</extracomment>
        <label>shm</label>
        <translation>{before}까지는 큐가 더 빠르거나 비슷하고, {size}부터는 공유 메모리가 늘 빠릅니다.</translation>
    </message>
    <message id="shm.always_wins">
        <source>Shared memory is faster at all sizes measured, from {size} on.</source>
        <extracomment>{size}: an amount</extracomment>
        <label>shm</label>
        <translation>{size}부터 잰 모든 크기에서 공유 메모리가 빠릅니다.</translation>
    </message>
    <message id="shm.never_wins">
        <source>At no size measured does shared memory become consistently faster than the queue.</source>
        <label>shm</label>
        <translation>잰 크기 중 어디서도 공유 메모리가 큐보다 꾸준히 빠르지는 않습니다.</translation>
    </message>
    <message id="shm.at_largest">
        <source>At {size} it is {times} times as fast.</source>
        <extracomment>{size}: an amount; {times}: a number</extracomment>
        <label>shm</label>
        <translation>{size}에서는 {times}배 빠릅니다.</translation>
    </message>
    <message id="shm.size_failed">
        <source>{name} at {size} failed: {error}. Larger sizes were not measured.</source>
        <extracomment>{name}: a way of transfer; {size}: an amount; {error}: a message</extracomment>
        <label>shm</label>
        <translation>{size}에서 {name}[이/가] 실패했습니다: {error}. 더 큰 크기는 재지 않았습니다.</translation>
    </message>
    <message id="shm.rows_failed">
        <source>{name} with {size} rows failed: {error}. The sizes between this and the largest were not measured.</source>
        <extracomment>{name}: a method; {size}: a number; {error}: a message</extracomment>
        <label>shm</label>
        <translation>{size}행에서 {name}[이/가] 실패했습니다: {error}. 그 뒤부터 가장 큰 크기 전까지는 재지 않았습니다.</translation>
    </message>
    <message id="shm.growth">
        <source>Growth with rows</source>
        <label>shm</label>
        <translation>행 수에 따른 증가</translation>
    </message>
    <message id="shm.growth_note">
        <source>a whole job, from start to finish; lower is better</source>
        <label>shm</label>
        <translation>처음부터 끝까지 전체 작업; 낮을수록 좋음</translation>
    </message>
    <message id="shm.rows_axis">
        <source>rows</source>
        <label>shm</label>
        <translation>행</translation>
    </message>
    <message id="shm.no_growth">
        <source>This run did not measure growth (see Options).</source>
        <label>shm</label>
        <translation>이 실행에서는 증가를 재지 않았습니다(옵션 참고).</translation>
    </message>
    <message id="shm.size_point">
        <source>{name} at {x}: {y}</source>
        <extracomment>{name}: a way; {x}, {y}: amounts</extracomment>
        <label>shm</label>
        <translation>{name}, {x}: {y}</translation>
    </message>
    <message id="shm.code">
        <source>Code as it runs</source>
        <label>shm</label>
        <translation>실행되는 코드</translation>
    </message>
    <message id="shm.small">
        <source>Opens a small program that does the same in one process.</source>
        <label>shm</label>
        <translation>같은 일을 한 프로세스에서 하는 작은 프로그램을 엽니다.</translation>
    </message>
    <message id="shm.open_hint">
        <source>Opens a small program; it does not run until you record it</source>
        <label>shm</label>
        <translation>작은 프로그램을 엽니다. 기록하기 전에는 실행하지 않습니다</translation>
    </message>
    <message id="shm.not_stepped">
        <source>This cannot be shown in a single process.</source>
        <label>shm</label>
        <translation>한 프로세스에서는 볼 수 없습니다.</translation>
    </message>
    <message id="shm.findings">
        <source>Scripts as published</source>
        <label>shm</label>
        <translation>발표된 그대로의 스크립트</translation>
    </message>
    <message id="shm.findings_note">
        <source>run in a sandbox: what went wrong, and in how many runs</source>
        <label>shm</label>
        <translation>격리해 실행: 무엇이 몇 번의 실행에서 잘못되었나</translation>
    </message>
    <message id="shm.finding">
        <source>what went wrong</source>
        <label>shm</label>
        <translation>잘못된 것</translation>
    </message>
    <message id="shm.finding_hung">
        <source>It waited forever and was stopped</source>
        <label>shm</label>
        <translation>끝없이 기다려서 강제로 끝냄</translation>
    </message>
    <message id="shm.finding_exception">
        <source>An uncaught exception</source>
        <label>shm</label>
        <translation>처리되지 않은 예외</translation>
    </message>
    <message id="shm.finding_wrong_child">
        <source>The wrong child received “done”: a segment was gone before the parent got it</source>
        <label>shm</label>
        <translation>엉뚱한 자식이 “done”을 가져가, 부모가 받기 전에 세그먼트가 사라짐</translation>
    </message>
    <message id="shm.finding_not_closed">
        <source>A mapping that was never closed</source>
        <label>shm</label>
        <translation>닫히지 않은 매핑</translation>
    </message>
    <message id="shm.finding_tracker">
        <source>A warning from the resource tracker</source>
        <label>shm</label>
        <translation>자원 추적기의 경고</translation>
    </message>
    <message id="shm.finding_left">
        <source>A segment left behind</source>
        <label>shm</label>
        <translation>남은 세그먼트</translation>
    </message>
    <message id="shm.finding_no_file">
        <source>The expected HDF5 file is missing</source>
        <label>shm</label>
        <translation>있어야 할 HDF5 파일이 없음</translation>
    </message>
    <message id="shm.nothing_yet">
        <source>Nothing measured yet. Press Run to compare methods on this machine.</source>
        <label>shm</label>
        <translation>아직 측정하지 않았습니다. 실행을 누르면 이 컴퓨터에서 방식들을 비교합니다.</translation>
    </message>
    <message id="shm.not_all">
        <source>Not every method has been timed, so there is nothing to conclude yet.</source>
        <label>shm</label>
        <translation>모든 방식을 재지 않아서 아직 결론을 내릴 수 없습니다.</translation>
    </message>
    <message id="shm.all_failed">
        <source>No method finished; see their rows for the reasons.</source>
        <label>shm</label>
        <translation>끝까지 실행된 방식이 없습니다. 이유는 해당 행에 있습니다.</translation>
    </message>
    <message id="shm.faster">
        <source>Shared memory transfers {size} to the parent in {shared}; pickling takes {pickled}, {times} times as long.</source>
        <extracomment>{size}: an amount; {shared}, {pickled}: times; {times}: a number; also {by} and {other}: methods</extracomment>
        <label>shm</label>
        <translation>공유 메모리는 {size}[을/를] {shared} 만에 부모에게 전달합니다. 피클은 {pickled} 걸려 {times}배입니다.</translation>
    </message>
    <message id="shm.slower">
        <source>Pickling transfers {size} to the parent in {pickled}; shared memory takes {shared}, {times} times as long, because the tables are small.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>피클은 {size}[을/를] {pickled} 만에 부모에게 전달합니다. 표가 작아서 공유 메모리는 {shared} 걸려 {times}배입니다.</translation>
    </message>
    <message id="shm.alike">
        <source>Shared memory ({shared}) and pickling ({pickled}) take about as long to transfer {size} to the parent.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>{size}[을/를] 부모에게 전달하는 데 공유 메모리({shared})와 피클({pickled})이 비슷하게 걸립니다.</translation>
    </message>
    <message id="shm.unclear">
        <source>Shared memory took {shared} and pickling {pickled} to transfer {size} to the parent; the repeats do not show which is faster.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>{size}[을/를] 부모에게 전달하는 데 공유 메모리는 {shared}, 피클은 {pickled} 걸렸습니다. 어느 쪽이 빠른지는 반복한 값만으로 알 수 없습니다.</translation>
    </message>
    <message id="shm.reused">
        <source>Reused segments take {seconds}.</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>shm</label>
        <translation>다시 쓰는 세그먼트는 {seconds} 걸립니다.</translation>
    </message>
    <message id="shm.alone">
        <source>{name} transfers {size} to the parent in {seconds}.</source>
        <extracomment>{name}: a method; {size}: an amount; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name}[은/는] {size}[을/를] {seconds} 만에 부모에게 전달합니다.</translation>
    </message>
    <message id="shm.parsing_gain">
        <source>Parsing the text takes {percent}% of the whole job ({by}), so the whole job gains {gain}%.</source>
        <extracomment>{percent}, {gain}: numbers; {by}: a method</extracomment>
        <label>shm</label>
        <translation>텍스트 읽기가 전체 작업의 {percent}%여서({by}) 전체로는 {gain}% 빨라집니다.</translation>
    </message>
    <message id="shm.parsing_no_gain">
        <source>Parsing the text takes {percent}% of the whole job ({by}), with no measurable gain overall.</source>
        <extracomment>{percent}: a number; {by}: a method; also {gain}</extracomment>
        <label>shm</label>
        <translation>텍스트 읽기가 전체 작업의 {percent}%여서({by}) 전체로는 잴 수 있을 만큼 빨라지지 않습니다.</translation>
    </message>
    <message id="shm.memory">
        <source>At peak, shared memory holds {shared} times the size of the tables and pickling {pickled} times.</source>
        <extracomment>numbers</extracomment>
        <label>shm</label>
        <translation>메모리가 가장 많을 때 공유 메모리는 표 크기의 {shared}배, 피클은 {pickled}배를 씁니다.</translation>
    </message>
    <message id="shm.same_table" numerus="yes">
        <source>All %n methods gave the same table.</source>
        <label>shm</label>
        <translation>
            <numerusform>방식 %n개가 모두 같은 표를 냈습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.other_table" numerus="yes">
        <source>The %n methods did not give the same table.</source>
        <label>shm</label>
        <translation>
            <numerusform>방식 %n개가 같은 표를 내지 않았습니다.</numerusform>
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
        <source>%n methods failed; see their rows for the reasons.</source>
        <label>shm</label>
        <translation>
            <numerusform>방식 %n개가 실패했습니다. 이유는 해당 행에 있습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.so_far">
        <source>Partial results: the run has not finished.</source>
        <label>shm</label>
        <translation>일부 결과입니다. 실행이 끝나지 않았습니다.</translation>
    </message>
    <message id="shm.scripts_wrong" numerus="yes">
        <source>%n scripts as published went wrong; the table below shows how.</source>
        <label>shm</label>
        <translation>
            <numerusform>발표된 스크립트 %n개에서 문제가 생겼습니다. 어떤 문제인지는 아래 표에 있습니다.</numerusform>
        </translation>
    </message>
    <message id="shm.rate_note">
        <source>longer is better; rate of the transfer; logarithmic axis</source>
        <extracomment>Note beside the title of the chart of GB/s</extracomment>
        <label>shm</label>
        <translation>길수록 좋음; 옮기는 속도, 로그 눈금</translation>
    </message>
    <message id="shm.limits">
        <source>{name} reaches {rate}: {percent}% of what the first write into new shared memory allows ({first}). Copying in memory reaches {memcpy}; only reused segments come close to that.</source>
        <extracomment>{name}: a method; {rate}, {first}, {memcpy}: as in 1.03 GB/s; {percent}: a number</extracomment>
        <label>shm</label>
        <translation>{name}의 속도는 {rate}이며, 새 공유 메모리에 처음 쓸 때의 한계({first})의 {percent}%입니다. 메모리 안의 복사는 {memcpy}인데, 다시 쓰는 세그먼트만 그에 가까워집니다.</translation>
    </message>
    <message id="shm.dask_now">
        <source>Dask takes {start} until its cluster is ready. After that, the job takes no longer than with {name}.</source>
        <extracomment>{start}: a time; {name}: a method</extracomment>
        <label>shm</label>
        <translation>Dask는 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에는 {name}보다 오래 걸리지 않습니다.</translation>
    </message>
    <message id="shm.dask_unclear">
        <source>Dask takes {start} until its cluster is ready. After that, the repeats do not show whether the job takes longer than with {name}.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>Dask는 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에 {name}보다 오래 걸리는지는 이 반복만으로 알 수 없습니다.</translation>
    </message>
    <message id="shm.dask_never">
        <source>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; no number of workers makes up for the time it takes to send the tables over the network.</source>
        <extracomment>as above; {extra}: a time</extracomment>
        <label>shm</label>
        <translation>Dask는 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에도 {name}보다 {extra} 더 걸리며, 표를 네트워크로 보내는 시간은 작업자를 늘려도 만회할 수 없습니다.</translation>
    </message>
    <message id="shm.dask_workers" numerus="yes">
        <source>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; with about %n workers or more it would take less, if they share the parsing and the network is as fast as here.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>Dask는 클러스터가 준비되기까지 {start} 걸립니다. 그 뒤에는 {name}보다 {extra} 더 걸리지만, 작업자들이 읽기를 나누어 맡고 네트워크가 여기만큼 빠르다면 작업자 %n개쯤부터 더 빨라집니다.</numerusform>
        </translation>
    </message>
    <message id="shm.dask_elsewhere">
        <source>The scheduler&apos;s workers are not processes of this run, so their memory is not counted.</source>
        <label>shm</label>
        <translation>스케줄러의 작업자는 이 실행의 프로세스가 아니므로 그 메모리는 세지 않았습니다.</translation>
    </message>
    <message id="shm.reader_pays">
        <source>The fast reader takes {cost} to import, so it is worthwhile from {least} rows on. At {rows} rows it is {times} times as fast as np.loadtxt.</source>
        <extracomment>{cost}: a time; {least}, {rows}, {times}: numbers</extracomment>
        <label>shm</label>
        <translation>빠른 읽기는 임포트에 {cost} 걸리므로 {least}행부터 이득입니다. {rows}행에서는 np.loadtxt보다 {times}배 빠릅니다.</translation>
    </message>
    <message id="shm.reader_never">
        <source>The fast reader takes {cost} to import, so it is not worthwhile at the sizes measured. At {rows} rows it is {times} times as fast as np.loadtxt.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>빠른 읽기는 임포트에 {cost} 걸리므로 잰 크기에서는 이득이 없습니다. {rows}행에서는 np.loadtxt의 {times}배 빠르기입니다.</translation>
    </message>
    <message id="shm.threads_free">
        <source>Threads have nothing to transfer, but they parse in {load}, {times} times as long as processes ({quickest}).</source>
        <extracomment>{load}, {quickest}: times; {times}: a number</extracomment>
        <label>shm</label>
        <translation>스레드는 전달할 것이 없지만 읽기가 {load}[으로/로] 프로세스({quickest})의 {times}배입니다.</translation>
    </message>
    <message id="shm.threads">
        <source>Threads have nothing to transfer, but they parse in {load}, {times} times as long as processes ({quickest}): only one thread at a time can hold the GIL.</source>
        <extracomment>{load}, {quickest}: times; {times}: a number</extracomment>
        <label>shm</label>
        <translation>스레드는 전달할 것이 없지만 읽기가 {load}[으로/로] 프로세스({quickest})의 {times}배입니다. 한 번에 한 스레드만 GIL을 가질 수 있기 때문입니다.</translation>
    </message>
    <message id="question.no_count">
        <source>The object of `{name}` has no count: it is immortal.</source>
        <extracomment>{name}: a name of the program</extracomment>
        <label>question</label>
        <translation>`{name}`[이/가] 가리키는 객체는 불멸 객체라서 참조 횟수가 없습니다.</translation>
    </message>
    <message id="question.no_name">
        <source>There is no name `{name}` after this line.</source>
        <extracomment>{name}: a name of the program</extracomment>
        <label>question</label>
        <translation>이 줄이 실행된 뒤에는 `{name}`[이라는/라는] 이름이 없습니다.</translation>
    </message>
    <message id="question.no_line">
        <source>The recording never reaches the mark {mark}.</source>
        <extracomment>{mark}: the name of a step in a lesson</extracomment>
        <label>question</label>
        <translation>기록이 표시 {mark}에 이르지 않습니다.</translation>
    </message>
    <message id="question.prints_nothing">
        <source>Line {line} prints nothing.</source>
        <extracomment>{line}: a line&apos;s number</extracomment>
        <label>question</label>
        <translation>{line}번 줄은 아무것도 출력하지 않습니다.</translation>
    </message>
    <message id="question.count_fewer" numerus="yes">
        <source>For {given}, %n more references would have to lead to it: other names, or items of a list.</source>
        <extracomment>{given}: the number that was answered</extracomment>
        <label>question</label>
        <translation>
            <numerusform>{given}[이/가] 맞으려면 다른 이름이나 리스트의 항목처럼 이 객체를 가리키는 참조가 %n개 더 있어야 합니다.</numerusform>
        </translation>
    </message>
    <message id="question.count_more" numerus="yes">
        <source>For {given}, %n of these references would have to be gone.</source>
        <extracomment>{given}: the number that was answered</extracomment>
        <label>question</label>
        <translation>
            <numerusform>{given}[이/가] 맞으려면 아래 참조 가운데 %n개가 없어져야 합니다.</numerusform>
        </translation>
    </message>
    <message id="question.count_is" numerus="yes">
        <source>%n references lead to {what}:</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>question</label>
        <translation>
            <numerusform>{what}[을/를] 가리키는 참조는 %n개입니다.</numerusform>
        </translation>
    </message>
    <message id="question.would_be_new">
        <source>`{name}` would refer to a new object only if the line created one. It passes on an existing one.</source>
        <extracomment>{name}: a name of the program</extracomment>
        <label>question</label>
        <translation>이 줄이 객체를 새로 만들어야 `{name}`[이/가] 새 객체를 가리킵니다. 이 줄은 이미 있는 객체를 넘겨줄 뿐입니다.</translation>
    </message>
    <message id="question.would_be_inside">
        <source>`{name}` would refer to {what} only if the line took it out of what holds it.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}`[이/가] {what}[을/를] 가리키려면 그것을 담고 있는 객체에서 꺼내 와야 합니다.</translation>
    </message>
    <message id="question.would_stay">
        <source>`{name}` would still refer to {what} only if this line did not bind `{name}`.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>이 줄이 `{name}`에 다시 할당하지 않아야 `{name}`[이/가] 계속 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="question.would_be_named">
        <source>`{name}` would refer to {what} if the line were `{name} = {other}`.</source>
        <extracomment>{name}, {other}: names; {what}: an object</extracomment>
        <label>question</label>
        <translation>줄이 `{name} = {other}`[이었다면/였다면] `{name}`[이/가] {what}[을/를] 가리켰을 것입니다.</translation>
    </message>
    <message id="question.is_new">
        <source>`{name}` refers to {what}, a new object.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}`[은/는] 전에는 없던 객체 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="question.is_there">
        <source>`{name}` refers to {what}, an existing object.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}`[은/는] 이미 있던 {what}[을/를] 가리킵니다.</translation>
    </message>
    <message id="question.prints">
        <source>It prints: `{text}`</source>
        <extracomment>{text}: what the program printed</extracomment>
        <label>question</label>
        <translation>출력: `{text}`</translation>
    </message>
    <message id="question.prints_otherwise">
        <source>Your answer differs first in line {line}, at character {column}.</source>
        <extracomment>{line}, {column}: numbers</extracomment>
        <label>question</label>
        <translation>답은 {line}번째 줄 {column}번째 글자에서 처음 달라집니다.</translation>
    </message>
    <message id="question.prints_lines" numerus="yes">
        <source>It prints %n lines.</source>
        <label>question</label>
        <translation>
            <numerusform>%n줄을 출력합니다.</numerusform>
        </translation>
    </message>
    <message id="question.would_be_same">
        <source>For one object with two names, a line such as `{other} = {one}` would have to run. Here another object was made.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>객체 하나에 이름이 둘이려면 `{other} = {one}` 같은 줄이 실행되어야 합니다. 여기서는 다른 객체가 만들어졌습니다.</translation>
    </message>
    <message id="question.would_be_equal">
        <source>For `{one}` and `{other}` to be two objects with equal values, the one would have to be a copy of the other.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}`[과/와] `{other}`[이/가] 값이 같은 두 객체이려면 하나가 다른 하나의 복사본이어야 합니다.</translation>
    </message>
    <message id="question.would_be_different">
        <source>For `{one}` and `{other}` to differ, their values would have to differ, too.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}`[과/와] `{other}`[이/가] 서로 다르려면 값도 달라야 합니다.</translation>
    </message>
    <message id="question.one_way">
        <source>Which way line {line} goes cannot be read from the recording.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>question</label>
        <translation>{line}번 줄이 어디로 가는지는 기록에서 알 수 없습니다.</translation>
    </message>
    <message id="question.are_same">
        <source>`{one}` and `{other}` refer to the same object.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}`[과/와] `{other}`[은/는] 같은 객체를 가리킵니다.</translation>
    </message>
    <message id="question.are_equal">
        <source>`{one}` and `{other}` refer to two objects with equal values.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}`[과/와] `{other}`[은/는] 값이 같은 두 객체를 가리킵니다.</translation>
    </message>
    <message id="question.are_different">
        <source>`{one}` and `{other}` refer to two objects with different values.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}`[과/와] `{other}`[은/는] 값이 다른 두 객체를 가리킵니다.</translation>
    </message>
    <message id="question.lives_on">
        <source>{what} lives on: something still refers to it.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>question</label>
        <translation>{what}[은/는] 아직 가리키는 것이 있어 살아 있습니다.</translation>
    </message>
    <message id="question.dies_too">
        <source>{what} dies, too.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>question</label>
        <translation>{what}도 사라집니다.</translation>
    </message>
    <message id="question.none_dies">
        <source>No object dies at this line.</source>
        <label>question</label>
        <translation>이 줄에서는 사라지는 객체가 없습니다.</translation>
    </message>
    <message id="question.arrow_missing">
        <source>The arrow of `{name}` is missing.</source>
        <extracomment>{name}: a name</extracomment>
        <label>question</label>
        <translation>`{name}`의 화살표가 빠졌습니다.</translation>
    </message>
    <message id="question.no_such_name">
        <source>There is no name `{name}` after this line.</source>
        <extracomment>{name}: a name</extracomment>
        <label>question</label>
        <translation>이 줄이 실행된 뒤에는 `{name}`[이라는/라는] 이름이 없습니다.</translation>
    </message>
    <message id="task.count" numerus="yes">
        <source>At some step %n references lead to the object of `{name}`.</source>
        <extracomment>{name}: a name</extracomment>
        <label>task</label>
        <translation>
            <numerusform>어느 단계에선가 `{name}`[이/가] 가리키는 객체의 참조 횟수가 %n입니다.</numerusform>
        </translation>
    </message>
    <message id="task.most" numerus="yes">
        <source>The program makes at most %n objects of type `{type}` (now {made}).</source>
        <extracomment>{type}: a type; {made}: how many</extracomment>
        <label>task</label>
        <translation>
            <numerusform>프로그램이 `{type}` 객체를 %n개까지만 만듭니다(지금 {made}개).</numerusform>
        </translation>
    </message>
    <message id="task.least" numerus="yes">
        <source>The program makes %n objects of type `{type}` or more (now {made}).</source>
        <extracomment>{type}: a type; {made}: how many</extracomment>
        <label>task</label>
        <translation>
            <numerusform>프로그램이 `{type}` 객체를 %n개 이상 만듭니다(지금 {made}개).</numerusform>
        </translation>
    </message>
    <message id="task.same">
        <source>At the end `{one}` and `{other}` refer to the same object.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>task</label>
        <translation>마지막에 `{one}`[과/와] `{other}`[이/가] 같은 객체를 가리킵니다.</translation>
    </message>
    <message id="task.not_same">
        <source>At the end `{one}` and `{other}` refer to two objects.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>task</label>
        <translation>마지막에 `{one}`[과/와] `{other}`[이/가] 서로 다른 객체를 가리킵니다.</translation>
    </message>
    <message id="task.dies">
        <source>An object of type `{type}` dies before the end.</source>
        <extracomment>{type}: a type</extracomment>
        <label>task</label>
        <translation>프로그램이 끝나기 전에 `{type}` 객체 하나가 사라집니다.</translation>
    </message>
    <message id="task.printed">
        <source>The program prints: `{text}`</source>
        <extracomment>{text}: what is to be printed</extracomment>
        <label>task</label>
        <translation>프로그램의 출력: `{text}`</translation>
    </message>
    <message id="task.raises">
        <source>The program ends with an uncaught `{type}`.</source>
        <extracomment>{type}: an exception</extracomment>
        <label>task</label>
        <translation>프로그램이 처리되지 않은 `{type}` 예외로 끝납니다.</translation>
    </message>
    <message id="task.finishes">
        <source>The program ends without an exception.</source>
        <label>task</label>
        <translation>프로그램이 예외 없이 끝납니다.</translation>
    </message>
    <message id="lessons.names">
        <source>Names</source>
        <label>lessons</label>
        <translation>이름</translation>
    </message>
    <message id="lessons.memory">
        <source>Memory</source>
        <label>lessons</label>
        <translation>메모리</translation>
    </message>
    <message id="lessons.functions">
        <source>Functions</source>
        <label>lessons</label>
        <translation>함수</translation>
    </message>
    <message id="lessons.iteration">
        <source>Iteration</source>
        <label>lessons</label>
        <translation>반복</translation>
    </message>
    <message id="lessons.text">
        <source>Text</source>
        <label>lessons</label>
        <translation>문자열</translation>
    </message>
    <message id="lessons.models">
        <source>Models</source>
        <label>lessons</label>
        <translation>모델</translation>
    </message>
    <message id="lessons.errors">
        <source>Exceptions</source>
        <label>lessons</label>
        <translation>예외</translation>
    </message>
    <message id="lessons.concurrency">
        <source>Concurrency</source>
        <label>lessons</label>
        <translation>동시성</translation>
    </message>
    <message id="lessons.own">
        <source>Your own lessons</source>
        <label>lessons</label>
        <translation>내 수업</translation>
    </message>
    <message id="ask.count">
        <source>How many references lead to the object of `{name}` when this line has run?</source>
        <extracomment>{name}: a name</extracomment>
        <label>ask</label>
        <translation>이 줄이 실행되고 나면 `{name}`[이/가] 가리키는 객체의 참조 횟수는 얼마일까요?</translation>
    </message>
    <message id="ask.refers">
        <source>Which object does `{name}` refer to when this line has run?</source>
        <extracomment>{name}: a name</extracomment>
        <label>ask</label>
        <translation>이 줄이 실행되고 나면 `{name}`[은/는] 어느 객체를 가리킬까요?</translation>
    </message>
    <message id="ask.printed">
        <source>What does this line print?</source>
        <label>ask</label>
        <translation>이 줄은 무엇을 출력할까요?</translation>
    </message>
    <message id="ask.same">
        <source>When this line has run, what are `{one}` and `{other}` to each other?</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>ask</label>
        <translation>이 줄이 실행되고 나면 `{one}`[과/와] `{other}`[은/는] 어떤 관계일까요?</translation>
    </message>
    <message id="ask.dies">
        <source>Which objects die while this line runs?</source>
        <label>ask</label>
        <translation>이 줄이 실행되는 동안 어느 객체가 사라질까요?</translation>
    </message>
    <message id="ask.draw">
        <source>Draw the arrow of each name as it is when this line has run.</source>
        <label>ask</label>
        <translation>이 줄이 실행된 뒤 각 이름의 화살표를 그려 보세요.</translation>
    </message>
    <message id="ask.next">
        <source>Which way does the program go after this line?</source>
        <label>ask</label>
        <translation>이 줄 다음에 프로그램은 어디로 갈까요?</translation>
    </message>
    <message id="ask.goes_inside">
        <source>The block below runs, from line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>ask</label>
        <translation>아래 블록이 {line}번 줄부터 실행됩니다.</translation>
    </message>
    <message id="ask.skips">
        <source>The block below is skipped.</source>
        <label>ask</label>
        <translation>아래 블록을 건너뜁니다.</translation>
    </message>
    <message id="ask.loop_ends">
        <source>The loop ends.</source>
        <label>ask</label>
        <translation>반복문이 끝납니다.</translation>
    </message>
    <message id="ask.nothing">
        <source>Predict before each step is on. There is no question now.</source>
        <label>ask</label>
        <translation>단계마다 예측하기가 켜져 있습니다. 지금은 질문이 없습니다.</translation>
    </message>
    <message id="ask.new">
        <source>a new object</source>
        <label>ask</label>
        <translation>새 객체</translation>
    </message>
    <message id="ask.object">
        <source>{what}</source>
        <extracomment>{what}: an object&apos;s value</extracomment>
        <label>ask</label>
        <translation>{what}</translation>
    </message>
    <message id="ask.named_object">
        <source>{what}  ({names})</source>
        <extracomment>{what}: an object&apos;s value; {names}: names of it</extracomment>
        <label>ask</label>
        <translation>{what}  ({names})</translation>
    </message>
    <message id="ask.is_same">
        <source>one object with two names</source>
        <label>ask</label>
        <translation>이름이 둘인 한 객체</translation>
    </message>
    <message id="ask.is_equal">
        <source>two objects with equal values</source>
        <label>ask</label>
        <translation>값이 같은 두 객체</translation>
    </message>
    <message id="ask.is_different">
        <source>two objects with different values</source>
        <label>ask</label>
        <translation>값이 다른 두 객체</translation>
    </message>
    <message id="ask.none_dies">
        <source>none</source>
        <label>ask</label>
        <translation>없음</translation>
    </message>
    <message id="ask.number">
        <source>Number of references</source>
        <label>ask</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="ask.text">
        <source>What is printed</source>
        <label>ask</label>
        <translation>출력</translation>
    </message>
    <message id="ask.text_hint">
        <source>Enter: answer; Shift+Enter: another line</source>
        <label>ask</label>
        <translation>Enter: 답하기, Shift+Enter: 줄 바꾸기</translation>
    </message>
    <message id="ask.drag">
        <source>Drag the arrow to an object in the picture, or to the empty canvas for one that is not there yet</source>
        <label>ask</label>
        <translation>화살표를 그림의 객체로 끌어 놓으세요. 아직 없는 객체라면 빈 곳에 놓으세요</translation>
    </message>
    <message id="ask.answer">
        <source>Answer</source>
        <label>ask</label>
        <translation>답하기</translation>
    </message>
    <message id="ask.skip">
        <source>Skip</source>
        <label>ask</label>
        <translation>건너뛰기</translation>
    </message>
    <message id="ask.show">
        <source>Show the step</source>
        <label>ask</label>
        <translation>그 단계 보기</translation>
    </message>
    <message id="ask.again">
        <source>Try again</source>
        <label>ask</label>
        <translation>다시 풀기</translation>
    </message>
    <message id="ask.right">
        <source>Right.</source>
        <label>ask</label>
        <translation>맞았습니다.</translation>
    </message>
    <message id="ask.wrong">
        <source>Not quite.</source>
        <label>ask</label>
        <translation>아닙니다.</translation>
    </message>
    <message id="ask.revealed">
        <source>The answer:</source>
        <label>ask</label>
        <translation>답:</translation>
    </message>
    <message id="lesson.waits">
        <source>The questions appear when the program has ended.</source>
        <label>lesson</label>
        <translation>프로그램이 끝나면 질문이 나타납니다.</translation>
    </message>
    <message id="lesson.title">
        <source>Lesson</source>
        <label>lesson</label>
        <translation>수업</translation>
    </message>
    <message id="lesson.task_done">
        <source>Done.</source>
        <label>lesson</label>
        <translation>해냈습니다.</translation>
    </message>
    <message id="lesson.task_how">
        <source>Change the program and record it to check this.</source>
        <label>lesson</label>
        <translation>프로그램을 고쳐서 기록하면 바로 확인합니다.</translation>
    </message>
    <message id="lesson.draft">
        <source>Write your explanation here. A link leads to a step: [like this one](#{mark}).</source>
        <label>lesson</label>
        <translation>여기에 설명을 쓰세요. 링크를 누르면 그 단계로 갑니다. [예: 이 단계](#{mark})</translation>
    </message>
    <message id="notification.lesson">
        <source>The lesson could not be opened.</source>
        <label>notification</label>
        <translation>수업을 열 수 없습니다.</translation>
    </message>
    <message id="notification.lesson_made">
        <source>Lesson saved as {file}</source>
        <label>notification</label>
        <translation>수업을 {file}에 저장했습니다.</translation>
    </message>
    <message id="notification.lesson_where">
        <source>Write its text in any text editor, then open the file here again. It is in {folder}</source>
        <label>notification</label>
        <translation>텍스트 편집기로 본문을 쓴 다음 여기서 파일을 다시 여세요. 폴더: {folder}</translation>
    </message>
    <message id="notification.lesson_text">
        <source>Open its text</source>
        <label>notification</label>
        <translation>본문 열기</translation>
    </message>
    <message id="notification.saved">
        <source>Saved as {file}</source>
        <label>notification</label>
        <translation>{file}에 저장했습니다.</translation>
    </message>
    <message id="notification.saved_where">
        <source>In the folder {folder}</source>
        <label>notification</label>
        <translation>폴더: {folder}</translation>
    </message>
    <message id="notification.open_folder">
        <source>Open folder</source>
        <label>notification</label>
        <translation>폴더 열기</translation>
    </message>
    <message id="command.predict">
        <source>Predict before each step</source>
        <label>command</label>
        <translation>단계마다 예측하기</translation>
    </message>
    <message id="command.reveal">
        <source>Show the answer</source>
        <label>command</label>
        <translation>답 보이기</translation>
    </message>
    <message id="start.search">
        <source>Search programs and lessons</source>
        <label>start</label>
        <translation>프로그램과 수업 찾기</translation>
    </message>
    <message id="menu.learn">
        <source>Learn</source>
        <label>menu</label>
        <translation>배우기</translation>
    </message>
    <message id="command.predict_output">
        <source>Ask about output</source>
        <label>command</label>
        <translation>출력을 묻기</translation>
    </message>
    <message id="command.predict_names">
        <source>Ask about names and objects</source>
        <label>command</label>
        <translation>이름과 객체를 묻기</translation>
    </message>
    <message id="command.predict_counts">
        <source>Ask about counts and lives</source>
        <label>command</label>
        <translation>참조 횟수와 수명을 묻기</translation>
    </message>
    <message id="command.leave_lesson">
        <source>Leave the lesson</source>
        <label>command</label>
        <translation>수업 나가기</translation>
    </message>
    <message id="command.export_progress">
        <source>Save answers as a table…</source>
        <label>command</label>
        <translation>답한 내용을 표로 저장…</translation>
    </message>
    <message id="command.reset_progress">
        <source>Clear answers</source>
        <label>command</label>
        <translation>답한 내용 지우기</translation>
    </message>
    <message id="dialog.lesson">
        <source>New lesson</source>
        <label>dialog</label>
        <translation>수업 만들기</translation>
    </message>
    <message id="dialog.lessons">
        <source>Lessons (*.md)</source>
        <label>dialog</label>
        <translation>수업 (*.md)</translation>
    </message>
    <message id="command.new_lesson">
        <source>New lesson from this program…</source>
        <label>command</label>
        <translation>이 프로그램으로 수업 만들기…</translation>
    </message>
    <message id="notification.record_first">
        <source>Record the program first: its questions come from the recording.</source>
        <label>notification</label>
        <translation>먼저 프로그램을 기록하세요. 질문은 기록에서 나옵니다.</translation>
    </message>
    <message id="ask.value">
        <source>Which value does `{name}` have after this line?</source>
        <extracomment>{name} is a name of the program</extracomment>
        <label>ask</label>
        <translation>이 줄 다음에 `{name}`의 값은 무엇일까요?</translation>
    </message>
    <message id="ask.value_name">
        <source>The value, as in a program</source>
        <label>ask</label>
        <translation>프로그램에 쓰듯이 쓴 값</translation>
    </message>
    <message id="ask.value_hint">
        <source>5, &quot;five&quot;, [5, 6]</source>
        <label>ask</label>
        <translation>예: 5, &quot;five&quot;, [5, 6]</translation>
    </message>
    <message id="question.no_value">
        <source>the value of `{name}` is not one that can be typed</source>
        <label>question</label>
        <translation>`{name}`의 값은 입력할 수 있는 값이 아닙니다</translation>
    </message>
    <message id="question.value_in_quotes">
        <source>In a program, text is written in quotes: `{text}`.</source>
        <label>question</label>
        <translation>프로그램에서 문자열은 따옴표 안에 씁니다: `{text}`</translation>
    </message>
    <message id="question.value_unreadable">
        <source>`{text}` is not written like a value in a program.</source>
        <label>question</label>
        <translation>`{text}`[은/는] 프로그램에 쓰는 값의 모양이 아닙니다.</translation>
    </message>
    <message id="question.would_still_be">
        <source>`{name}` would still be `{text}` if this line did not change it.</source>
        <label>question</label>
        <translation>이 줄이 바꾸지 않는다면 `{name}`[은/는] 여전히 `{text}`일 것입니다.</translation>
    </message>
    <message id="question.value_of_type">
        <source>`{text}` is of the type `{type}`; the value is of the type `{right}`.</source>
        <label>question</label>
        <translation>`{text}`의 타입은 `{type}`이고, 값의 타입은 `{right}`입니다.</translation>
    </message>
    <message id="question.would_come_out">
        <source>For `{name}` to be `{text}`, the line would have to compute something else.</source>
        <label>question</label>
        <translation>`{name}`[이/가] `{text}`이려면 이 줄의 계산 결과가 달라야 합니다.</translation>
    </message>
    <message id="question.value_is">
        <source>After the line `{name}` is `{text}`.</source>
        <label>question</label>
        <translation>이 줄 다음에 `{name}`[은/는] `{text}`입니다.</translation>
    </message>
    <message id="question.value_was">
        <source>Before the line `{name}` was `{text}`.</source>
        <label>question</label>
        <translation>이 줄 전에 `{name}`[은/는] `{text}`[이었습니다/였습니다].</translation>
    </message>
    <message id="start.start">
        <source>Start here</source>
        <label>start</label>
        <translation>처음이라면</translation>
    </message>
    <message id="start.lessons">
        <source>Lessons</source>
        <label>start</label>
        <translation>수업</translation>
    </message>
    <message id="start.programs">
        <source>Programs</source>
        <label>start</label>
        <translation>예제 프로그램</translation>
    </message>
    <message id="start.first">
        <source>First steps: predict, then see</source>
        <label>start</label>
        <translation>첫걸음: 먼저 예측하고, 확인하기</translation>
    </message>
    <message id="start.done">
        <source>{n} of {whole} right</source>
        <label>start</label>
        <translation>{whole}개 중 {n}개 맞음</translation>
    </message>
    <message id="examples.names">
        <source>Names and objects</source>
        <label>examples</label>
        <translation>이름과 객체</translation>
    </message>
    <message id="examples.lists">
        <source>Lists and dictionaries</source>
        <label>examples</label>
        <translation>리스트와 딕셔너리</translation>
    </message>
    <message id="examples.functions">
        <source>Functions</source>
        <label>examples</label>
        <translation>함수</translation>
    </message>
    <message id="examples.classes">
        <source>Classes</source>
        <label>examples</label>
        <translation>클래스</translation>
    </message>
    <message id="examples.recursion">
        <source>Recursion</source>
        <label>examples</label>
        <translation>재귀</translation>
    </message>
    <message id="examples.iterators">
        <source>Iterators</source>
        <label>examples</label>
        <translation>이터레이터</translation>
    </message>
    <message id="examples.exceptions">
        <source>Exceptions</source>
        <label>examples</label>
        <translation>예외</translation>
    </message>
    <message id="examples.memory">
        <source>Memory</source>
        <label>examples</label>
        <translation>메모리</translation>
    </message>
    <message id="examples.threads">
        <source>Threads and tasks</source>
        <label>examples</label>
        <translation>스레드와 태스크</translation>
    </message>
    <message id="lessons.first">
        <source>First steps</source>
        <label>lessons</label>
        <translation>첫걸음</translation>
    </message>
    <message id="ask.difficulty">
        <source>How hard the questions are</source>
        <label>ask</label>
        <translation>질문의 난이도</translation>
    </message>
    <message id="ask.drawn_object">
        <source>`{names}`: {what}</source>
        <extracomment>{names}: names of an object, {what}: its value</extracomment>
        <label>ask</label>
        <translation>`{names}`: {what}</translation>
    </message>
    <message id="about.newer">
        <source>Check for a newer version</source>
        <label>about</label>
        <translation>새 버전 확인</translation>
    </message>
    <message id="about.asking">
        <source>Checking…</source>
        <label>about</label>
        <translation>확인하는 중…</translation>
    </message>
    <message id="about.newest">
        <source>There is no newer version.</source>
        <label>about</label>
        <translation>새 버전이 없습니다.</translation>
    </message>
    <message id="about.newer_is">
        <source>Version {version} is available:</source>
        <label>about</label>
        <translation>새 버전 {version}[이/가] 있습니다:</translation>
    </message>
    <message id="about.not_told">
        <source>Could not check: {why}</source>
        <label>about</label>
        <translation>지금은 확인할 수 없습니다: {why}</translation>
    </message>
    <message id="start.nothing">
        <source>No program or lesson has all of these words.</source>
        <label>start</label>
        <translation>이 낱말이 모두 들어 있는 것이 없습니다.</translation>
    </message>
    <message id="ask.about_output">
        <source>Output</source>
        <label>ask</label>
        <translation>출력</translation>
    </message>
    <message id="ask.about_names">
        <source>Objects</source>
        <label>ask</label>
        <translation>객체</translation>
    </message>
    <message id="ask.about_counts">
        <source>Counts</source>
        <label>ask</label>
        <translation>참조 횟수</translation>
    </message>
    <message id="task.last">
        <source>The last line printed is: `{text}`</source>
        <label>task</label>
        <translation>출력의 마지막 줄: `{text}`</translation>
    </message>
    <message id="page.code">
        <source>Program</source>
        <extracomment>in the page of a recording: the name of the part with the code, for screen readers</extracomment>
        <label>page</label>
        <translation>프로그램</translation>
    </message>
    <message id="page.picture">
        <source>Diagram</source>
        <extracomment>in the page of a recording: the name of the part with the diagram, for screen readers</extracomment>
        <label>page</label>
        <translation>그림</translation>
    </message>
    <message id="page.theme">
        <source>Light or dark</source>
        <extracomment>in the page of a recording: a button that changes between the light and the dark theme</extracomment>
        <label>page</label>
        <translation>밝게 또는 어둡게</translation>
    </message>
    <message id="page.place">
        <source>Step {step} of {last}</source>
        <label>page</label>
        <translation>{last}단계 중 {step}단계</translation>
    </message>
    <message id="page.play">
        <source>Play</source>
        <extracomment>in the page of a recording: a button that steps forward by itself</extracomment>
        <label>page</label>
        <translation>재생</translation>
    </message>
    <message id="page.pause">
        <source>Pause</source>
        <label>page</label>
        <translation>일시 정지</translation>
    </message>
    <message id="page.output_cut">
        <source>… This page leaves out later output.</source>
        <extracomment>in the page of a recording: after a very long output</extracomment>
        <label>page</label>
        <translation>… 이 페이지는 이후의 출력을 생략합니다.</translation>
    </message>
    <message id="page.language">
        <source>한국어</source>
        <extracomment>in the page of a recording: a button that changes to the other language; named in that language</extracomment>
        <label>page</label>
        <translation>English</translation>
    </message>
    <message id="page.marks">
        <source>Bookmarks and questions</source>
        <label>page</label>
        <translation>책갈피와 질문</translation>
    </message>
    <message id="page.bookmark">
        <source>Bookmark</source>
        <label>page</label>
        <translation>책갈피</translation>
    </message>
    <message id="page.question">
        <source>Question</source>
        <label>page</label>
        <translation>질문</translation>
    </message>
    <message id="page.without_script">
        <source>This page needs JavaScript to step through the recording.</source>
        <label>page</label>
        <translation>이 페이지에서 기록을 단계별로 보려면 JavaScript가 필요합니다.</translation>
    </message>
    <message id="command.share">
        <source>Share as a page…</source>
        <label>command</label>
        <translation>페이지로 공유…</translation>
    </message>
    <message id="command.save_part">
        <source>Save part of the recording…</source>
        <label>command</label>
        <translation>기록 일부 저장…</translation>
    </message>
    <message id="dialog.page">
        <source>Save page</source>
        <label>dialog</label>
        <translation>페이지 저장</translation>
    </message>
    <message id="dialog.pages">
        <source>Web pages (*.html)</source>
        <label>dialog</label>
        <translation>웹 페이지 (*.html)</translation>
    </message>
    <message id="share.title">
        <source>Share as a page</source>
        <label>share</label>
        <translation>페이지로 공유</translation>
    </message>
    <message id="part.title">
        <source>Save part of the recording</source>
        <label>part</label>
        <translation>기록 일부 저장</translation>
    </message>
    <message id="part.note">
        <source>The part is a recording of its own: it opens, exports and checks like any other. At its first step it has everything that exists at that step.</source>
        <label>part</label>
        <translation>일부도 하나의 기록입니다. 다른 기록처럼 열고, 내보내고, 검사할 수 있습니다. 첫 단계에는 그때 있던 모든 것이 들어 있습니다.</translation>
    </message>
    <message id="part.saving">
        <source>Saving…</source>
        <label>part</label>
        <translation>저장하는 중…</translation>
    </message>
    <message id="part.saved">
        <source>Saved as {file} ({megabytes} MB).</source>
        <extracomment>{file}: a file; {megabytes}: a number</extracomment>
        <label>part</label>
        <translation>{file}에 저장했습니다({megabytes} MB).</translation>
    </message>
    <message id="part.steps" numerus="yes">
        <source>%n steps.</source>
        <label>part</label>
        <translation>
            <numerusform>%n단계입니다.</numerusform>
        </translation>
    </message>
    <message id="part.bookmarks" numerus="yes">
        <source>%n bookmarks with their notes are included.</source>
        <label>part</label>
        <translation>
            <numerusform>책갈피 %n개와 메모도 함께 저장합니다.</numerusform>
        </translation>
    </message>
    <message id="share.first">
        <source>First step</source>
        <label>share</label>
        <translation>첫 단계</translation>
    </message>
    <message id="share.last">
        <source>Last step</source>
        <label>share</label>
        <translation>마지막 단계</translation>
    </message>
    <message id="share.most">
        <source>A page has at most 2,000 steps, and all levels of detail up to 300. It opens in any browser, without a network.</source>
        <label>share</label>
        <translation>페이지에는 최대 2,000단계가 들어가고, 300단계까지는 모든 표시 수준이 들어갑니다. 네트워크 없이 어느 브라우저에서나 열립니다.</translation>
    </message>
    <message id="share.all_levels">
        <source>All levels</source>
        <label>share</label>
        <translation>모든 수준</translation>
    </message>
    <message id="share.readers">
        <source>Match the reader’s browser</source>
        <label>share</label>
        <translation>보는 사람의 브라우저에 맞춤</translation>
    </message>
    <message id="share.theme">
        <source>Theme</source>
        <label>share</label>
        <translation>테마</translation>
    </message>
    <message id="share.light">
        <source>Light</source>
        <label>share</label>
        <translation>밝게</translation>
    </message>
    <message id="share.dark">
        <source>Dark</source>
        <label>share</label>
        <translation>어둡게</translation>
    </message>
    <message id="share.making">
        <source>Making the page…</source>
        <label>share</label>
        <translation>페이지를 만드는 중…</translation>
    </message>
    <message id="share.save">
        <source>Save…</source>
        <label>share</label>
        <translation>저장…</translation>
    </message>
    <message id="share.open">
        <source>Open in browser</source>
        <label>share</label>
        <translation>브라우저에서 열기</translation>
    </message>
    <message id="share.saved">
        <source>Saved as {file}.</source>
        <label>share</label>
        <translation>{file}[으로/로] 저장했습니다.</translation>
    </message>
    <message id="share.size" numerus="yes">
        <source>The page has %n steps and {megabytes} MB.</source>
        <label>share</label>
        <translation>
            <numerusform>이 페이지는 %n단계, {megabytes} MB입니다.</numerusform>
        </translation>
    </message>
    <message id="share.questions" numerus="yes">
        <source>It asks %n questions of the lesson.</source>
        <label>share</label>
        <translation>
            <numerusform>수업의 질문 %n개가 들어 있습니다.</numerusform>
        </translation>
    </message>
    <message id="command.copy_markdown">
        <source>Copy step as Markdown</source>
        <label>command</label>
        <translation>단계를 Markdown으로 복사</translation>
    </message>
    <message id="diff-only">
        <source>Only in {side}: `{path}`, which is {what}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {side}: A or B; {what}: a value</extracomment>
        <label>comparison in words</label>
        <translation>{side}에만 있음: `{path}`, 값은 {what}.</translation>
    </message>
    <message id="diff-only-raised">
        <source>Only in {side}: an exception, {what}.</source>
        <extracomment>{side}: A or B; {what}: an exception as Python writes it</extracomment>
        <label>comparison in words</label>
        <translation>{side}에만 있음: 예외 {what}.</translation>
    </message>
    <message id="diff-value">
        <source>`{path}`: {left} in A, {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: values on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`: A에서 {left}, B에서 {right}.</translation>
    </message>
    <message id="diff-object-named">
        <source>`{path}` is the same object as `{left}` in A, as `{right}` in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: the ways to other objects on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`: A에서는 `{left}`, B에서는 `{right}`[과/와] 같은 객체입니다.</translation>
    </message>
    <message id="diff-count">
        <source>References to `{path}`: {left} in A, {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: reference counts on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`의 참조 횟수: A에서 {left}, B에서 {right}.</translation>
    </message>
    <message id="diff-shared-equal">
        <source>`{path}` and `{other}` are the same {type} in {side}, two equal ones in {rest}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {other}: the way to the same object; {type}: its type; {side}, {rest}: A or B</extracomment>
        <label>comparison in words</label>
        <translation>{side}에서는 `{path}`[과/와] `{other}`[이/가] 같은 객체({type})이고, {rest}에서는 값이 같은 두 객체입니다.</translation>
    </message>
    <message id="diff-shared">
        <source>`{path}` and `{other}` are the same {type} in {side}, two different ones in {rest}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {other}: the way to the same object; {type}: its type; {side}, {rest}: A or B</extracomment>
        <label>comparison in words</label>
        <translation>{side}에서는 `{path}`[과/와] `{other}`[이/가] 같은 객체({type})이고, {rest}에서는 값이 다른 두 객체입니다.</translation>
    </message>
    <message id="diff-object">
        <source>`{path}` refers to another {type}: {left} in A, {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {type}: the type of the objects; {left}, {right}: values on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`[이/가] 가리키는 {type}[이/가] 서로 다릅니다. A에서 {left}, B에서 {right}.</translation>
    </message>
    <message id="diff-object-equal">
        <source>`{path}` refers to another {type} with an equal value: {left}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {type}: the type of the objects; {left}: their value</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`[이/가] 가리키는 {type}[은/는] 값이 같은 다른 객체입니다: {left}.</translation>
    </message>
    <message id="command.compare">
        <source>Compare…</source>
        <label>command</label>
        <translation>비교…</translation>
    </message>
    <message id="command.keep_step">
        <source>Compare with this step later</source>
        <label>command</label>
        <translation>이 단계와 나중에 비교</translation>
    </message>
    <message id="compare.name">
        <source>Comparison</source>
        <extracomment>the page of a comparison, for a screen reader</extracomment>
        <label>compare</label>
        <translation>비교</translation>
    </message>
    <message id="compare.leave">
        <source>Close  Esc</source>
        <extracomment>on a button that closes the comparison</extracomment>
        <label>compare</label>
        <translation>닫기  Esc</translation>
    </message>
    <message id="compare.link">
        <source>Together</source>
        <extracomment>on a button that is down while both sides step together</extracomment>
        <label>compare</label>
        <translation>함께</translation>
    </message>
    <message id="compare.link.hint">
        <source>Step both sides together, or each by itself</source>
        <label>compare</label>
        <translation>두 쪽을 함께 넘기거나 따로 넘기기</translation>
    </message>
    <message id="compare.pace">
        <source>What both sides step by</source>
        <extracomment>for a screen reader: what both sides step by</extracomment>
        <label>compare</label>
        <translation>함께 넘기는 단위</translation>
    </message>
    <message id="compare.by_step">
        <source>by step</source>
        <label>compare</label>
        <translation>한 단계씩</translation>
    </message>
    <message id="compare.by_line">
        <source>by line</source>
        <label>compare</label>
        <translation>같은 줄끼리</translation>
    </message>
    <message id="compare.by_output">
        <source>to the next output</source>
        <label>compare</label>
        <translation>다음 출력으로</translation>
    </message>
    <message id="compare.by_call">
        <source>to the next call</source>
        <label>compare</label>
        <translation>다음 호출로</translation>
    </message>
    <message id="compare.by_return">
        <source>to the next return</source>
        <label>compare</label>
        <translation>다음 반환으로</translation>
    </message>
    <message id="compare.choose">
        <source>Choose the recording of this side</source>
        <label>compare</label>
        <translation>이쪽에 보일 기록 고르기</translation>
    </message>
    <message id="compare.side">
        <source>Side {side}: {name}</source>
        <extracomment>{side}: A or B; {name}: a program</extracomment>
        <label>compare</label>
        <translation>{side} 쪽: {name}</translation>
    </message>
    <message id="compare.step">
        <source>Step of side {side}</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>{side} 쪽의 단계</translation>
    </message>
    <message id="compare.canvas">
        <source>Diagram of side {side}</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>{side} 쪽의 그림</translation>
    </message>
    <message id="compare.list">
        <source>Differences</source>
        <extracomment>for a screen reader: the list of differences</extracomment>
        <label>compare</label>
        <translation>다른 점</translation>
    </message>
    <message id="compare.recording">
        <source>Recording…</source>
        <extracomment>beside a program that runs</extracomment>
        <label>compare</label>
        <translation>기록하는 중…</translation>
    </message>
    <message id="compare.ended">
        <source>{side} goes no further</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>{side}[은/는] 더 갈 단계가 없음</translation>
    </message>
    <message id="compare.no_line">
        <source>{side} has no such line</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>{side}에는 그런 줄이 없음</translation>
    </message>
    <message id="compare.nothing">
        <source>Nothing differs</source>
        <label>compare</label>
        <translation>다른 점이 없습니다</translation>
    </message>
    <message id="compare.not_whole">
        <source>Too many objects: only a part is compared</source>
        <label>compare</label>
        <translation>객체가 너무 많아 일부만 비교했습니다</translation>
    </message>
    <message id="compare.differences" numerus="yes">
        <source>%n differences</source>
        <label>compare</label>
        <translation>
            <numerusform>다른 점 %n개</numerusform>
        </translation>
    </message>
    <message id="compare.this">
        <source>This recording: {name}, step {step}</source>
        <extracomment>{name}: a program; {step}: a number</extracomment>
        <label>compare</label>
        <translation>지금 기록: {name}, {step}단계</translation>
    </message>
    <message id="compare.kept">
        <source>Kept step: {name}, step {step}</source>
        <extracomment>{name}: a program; {step}: a number</extracomment>
        <label>compare</label>
        <translation>기억한 단계: {name}, {step}단계</translation>
    </message>
    <message id="compare.open">
        <source>Another recording or program…</source>
        <label>compare</label>
        <translation>다른 기록이나 프로그램…</translation>
    </message>
    <message id="help.compare_step">
        <source>Comparison: step both sides, to the first and last step</source>
        <label>help</label>
        <translation>비교: 두 쪽을 함께 넘기기, 처음과 마지막 단계로</translation>
    </message>
    <message id="help.turn_pages">
        <source>Preferences, start page: next or previous page</source>
        <label>help</label>
        <translation>환경설정, 시작 화면: 다음이나 이전 쪽</translation>
    </message>
    <message id="help.compare_link">
        <source>Comparison: step together or each by itself</source>
        <label>help</label>
        <translation>비교: 함께 넘기거나 따로 넘기기</translation>
    </message>
    <message id="notification.copied">
        <source>Copied to the clipboard.</source>
        <label>notification</label>
        <translation>클립보드에 복사했습니다.</translation>
    </message>
    <message id="notification.step_kept">
        <source>This step is kept. Go to another one, or record again; then choose Compare {keys}.</source>
        <extracomment>{keys}: keys of the command Compare, in brackets</extracomment>
        <label>notification</label>
        <translation>이 단계를 기억했습니다. 다른 단계로 가거나 다시 기록한 뒤 비교{keys}를 고르세요.</translation>
    </message>
    <message id="diff-call">
        <source>`{path}` is running only in {side}.</source>
        <extracomment>{path}: a call, a class or a module; {side}: A or B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`[은/는] {side}에서만 실행 중입니다.</translation>
    </message>
    <message id="compare.title">
        <source>{side}: {name}, step {step} of {steps}, line {line}</source>
        <extracomment>above each side of a picture; {side}: A or B; {name}: a program; {step}, {steps}, {line}: numbers</extracomment>
        <label>compare</label>
        <translation>{side}: {name}, {step}/{steps}단계, {line}번 줄</translation>
    </message>
    <message id="diff-line">
        <source>`{path}` is paused at line {left} in A, at line {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: numbers of lines on the two sides</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`[은/는] A에서 {left}번 줄, B에서 {right}번 줄에 멈추어 있습니다.</translation>
    </message>
    <message id="diff-state">
        <source>`{path}` is in another state: `{left}` in A, `{right}` in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: states of a generator in Python&apos;s words</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`의 상태: A에서 `{left}`, B에서 `{right}`.</translation>
    </message>
    <message id="diff-position">
        <source>`{path}` gives index {left} next in A, index {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: indexes</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`[이/가] 다음에 줄 인덱스: A에서 {left}, B에서 {right}.</translation>
    </message>
</context>
</TS>
