<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message id="returns">
        <source>returns</source>
        <extracomment>in a frame&apos;s card: the row of the value handed out</extracomment>
        <label>picture</label>
        <translation>returns</translation>
    </message>
    <message id="yields">
        <source>yields</source>
        <extracomment>in a frame&apos;s card: the row of the value handed out by a generator</extracomment>
        <label>picture</label>
        <translation>yields</translation>
    </message>
    <message id="raised">
        <source>raised</source>
        <label>picture</label>
        <translation>raised</translation>
    </message>
    <message id="passing">
        <source>passes</source>
        <extracomment>in a frame&apos;s card: the row of an exception that comes from a called frame</extracomment>
        <label>picture</label>
        <translation>passes</translation>
    </message>
    <message id="ended-call">
        <source>ended</source>
        <extracomment>in the head of a frame whose call has ended, which a traceback keeps</extracomment>
        <label>picture</label>
        <translation>ended</translation>
    </message>
    <message id="current-exception">
        <source>exception</source>
        <extracomment>in a frame&apos;s card: the row of an exception for which an except or finally block runs, without a name</extracomment>
        <label>picture</label>
        <translation>exception</translation>
    </message>
    <message id="pending">
        <source>pending</source>
        <extracomment>in a frame&apos;s card: the row of an object that an unfinished expression holds</extracomment>
        <label>picture</label>
        <translation>pending</translation>
    </message>
    <message id="not-caught">
        <source>not caught</source>
        <label>picture</label>
        <translation>not caught</translation>
    </message>
    <message id="name-gone">
        <source>{name} deleted</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>picture</label>
        <translation>{name} deleted</translation>
    </message>
    <message id="deleted">
        <source>deleted</source>
        <label>picture</label>
        <translation>deleted</translation>
    </message>
    <message id="island">
        <source>Unreachable island</source>
        <label>picture</label>
        <translation>Unreachable island</translation>
    </message>
    <message id="references" numerus="yes">
        <source>%n references</source>
        <label>picture</label>
        <translation>
            <numerusform>%n reference</numerusform>
            <numerusform>%n references</numerusform>
        </translation>
    </message>
    <message id="not-counted">
        <source>never freed, not counted</source>
        <label>picture</label>
        <translation>never freed, not counted</translation>
    </message>
    <message id="not-known">
        <source>reference count unknown</source>
        <label>picture</label>
        <translation>reference count unknown</translation>
    </message>
    <message id="count-before">
        <source>was {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>picture</label>
        <translation>was {count}</translation>
    </message>
    <message id="mark-changed">
        <source>changed</source>
        <label>picture</label>
        <translation>changed</translation>
    </message>
    <message id="mark-new">
        <source>new</source>
        <label>picture</label>
        <translation>new</translation>
    </message>
    <message id="mark-unreachable">
        <source>unreachable</source>
        <label>picture</label>
        <translation>unreachable</translation>
    </message>
    <message id="is-running">
        <source>running</source>
        <label>picture</label>
        <translation>running</translation>
    </message>
    <message id="folded" numerus="yes">
        <source>%n objects collapsed</source>
        <label>picture</label>
        <translation>
            <numerusform>%n object collapsed</numerusform>
            <numerusform>%n objects collapsed</numerusform>
        </translation>
    </message>
    <message id="empty">
        <source>empty</source>
        <extracomment>in a card without items</extracomment>
        <label>picture</label>
        <translation>empty</translation>
    </message>
    <message id="dead">
        <source>its object is gone</source>
        <label>picture</label>
        <translation>its object is gone</translation>
    </message>
    <message id="key">
        <source>key</source>
        <extracomment>in a card: the label of a key</extracomment>
        <label>picture</label>
        <translation>key</translation>
    </message>
    <message id="base">
        <source>base</source>
        <extracomment>in a card: the label of a base class</extracomment>
        <label>picture</label>
        <translation>base</translation>
    </message>
    <message id="default">
        <source>default {number}</source>
        <extracomment>{number}: a number</extracomment>
        <label>picture</label>
        <translation>default {number}</translation>
    </message>
    <message id="defaults">
        <source>defaults</source>
        <extracomment>in a function&apos;s card, before the arrow to the tuple of its default arguments</extracomment>
        <label>picture</label>
        <translation>defaults</translation>
    </message>
    <message id="methods" numerus="yes">
        <source>%n methods</source>
        <label>picture</label>
        <translation>
            <numerusform>%n method</numerusform>
            <numerusform>%n methods</numerusform>
        </translation>
    </message>
    <message id="generator-created">
        <source>created</source>
        <label>picture</label>
        <translation>created</translation>
    </message>
    <message id="generator-suspended">
        <source>paused at line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>paused at line {line}</translation>
    </message>
    <message id="thread-holds">
        <source>holds {object}</source>
        <extracomment>{object}: the name of a lock</extracomment>
        <label>picture</label>
        <translation>holds {object}</translation>
    </message>
    <message id="thread-waits">
        <source>waits for {object}</source>
        <extracomment>{object}: the name of a lock, a thread or a queue</extracomment>
        <label>picture</label>
        <translation>waits for {object}</translation>
    </message>
    <message id="generator-running">
        <source>running, line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>running, line {line}</translation>
    </message>
    <message id="generator-closed">
        <source>closed</source>
        <label>picture</label>
        <translation>closed</translation>
    </message>
    <message id="awaits">
        <source>awaits</source>
        <label>picture</label>
        <translation>awaits</translation>
    </message>
    <message id="next-is">
        <source>next is [{index}]</source>
        <extracomment>in an iterator&apos;s card, below the row of what it walks over; {index}: a position, from 0 on</extracomment>
        <label>picture</label>
        <translation>next is [{index}]</translation>
    </message>
    <message id="used-up">
        <source>exhausted</source>
        <label>picture</label>
        <translation>exhausted</translation>
    </message>
    <message id="empty-type">
        <source>{type} · empty</source>
        <extracomment>{type}: a type</extracomment>
        <label>picture</label>
        <translation>{type} · empty</translation>
    </message>
    <message id="key-number">
        <source>key {n}</source>
        <extracomment>{n}: a number; in a dict&apos;s card, where the key is an object of its own</extracomment>
        <label>picture</label>
        <translation>key {n}</translation>
    </message>
    <message id="message">
        <source>message</source>
        <extracomment>in an exception&apos;s card</extracomment>
        <label>picture</label>
        <translation>message</translation>
    </message>
    <message id="raised-in">
        <source>raised in {function}, line {line}</source>
        <extracomment>{function}: a name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>raised in {function}, line {line}</translation>
    </message>
    <message id="passed-through">
        <source>through {function}, line {line}</source>
        <extracomment>{function}: a name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>through {function}, line {line}</translation>
    </message>
    <message id="over">
        <source>over</source>
        <extracomment>in an iterator&apos;s card: the row of what it iterates over</extracomment>
        <label>picture</label>
        <translation>over</translation>
    </message>
    <message id="weak-dead">
        <source>its object is gone</source>
        <extracomment>in a weak reference&apos;s card</extracomment>
        <label>picture</label>
        <translation>its object is gone</translation>
    </message>
    <message id="more-frames">
        <source>⋮ {n} more calls</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>⋮ {n} more calls</translation>
    </message>
    <message id="more-nodes">
        <source>⋯ {n} nodes</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>⋯ {n} nodes</translation>
    </message>
    <message id="more-rows">
        <source>⋮ {n} more</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>⋮ {n} more</translation>
    </message>
    <message id="further-rows">
        <source>and {n} more</source>
        <extracomment>{n}: a number; nothing opens them</extracomment>
        <label>picture</label>
        <translation>and {n} more</translation>
    </message>
    <message id="fewer-rows">
        <source>⋮ fewer</source>
        <extracomment>a click folds an opened card again</extracomment>
        <label>picture</label>
        <translation>⋮ fewer</translation>
    </message>
    <message id="inner-attributes">
        <source>⋮ {n} of {base}</source>
        <extracomment>{n}: a number; {base}: the class of a library that keeps these attributes</extracomment>
        <label>picture</label>
        <translation>⋮ {n} of {base}</translation>
    </message>
    <message id="unrecorded-rows">
        <source>and {n} more, not recorded</source>
        <extracomment>{n}: a number; nothing opens them; a recording has the first 10,000 items of a container</extracomment>
        <label>picture</label>
        <translation>and {n} more, not recorded</translation>
    </message>
    <message id="item-count">
        <source>{n} items</source>
        <extracomment>{n}: a number</extracomment>
        <label>picture</label>
        <translation>{n} items</translation>
    </message>
    <message id="table-of">
        <source>{type} of {item}</source>
        <extracomment>{type}, {item}: types, as in list of Student</extracomment>
        <label>picture</label>
        <translation>{type} of {item}</translation>
    </message>
    <message id="at-line">
        <source>line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>line {line}</translation>
    </message>
    <message id="evaluation-stack">
        <source>evaluation stack</source>
        <label>picture</label>
        <translation>evaluation stack</translation>
    </message>
    <message id="stack-value">
        <source>value {number} on the stack:</source>
        <extracomment>{number}: 1, 2, …, from the bottom; an object follows</extracomment>
        <label>picture</label>
        <translation>value {number} on the stack:</translation>
    </message>
    <message id="heap">
        <source>Heap</source>
        <extracomment>title of the region of objects</extracomment>
        <label>picture</label>
        <translation>Heap</translation>
    </message>
    <message id="heap-note-some" numerus="yes">
        <source>{shown} of %n objects drawn · {size} of {whole}</source>
        <extracomment>{shown}: how many of them are drawn; {size}: a size, as in 72 B; {whole}: the size of all</extracomment>
        <label>picture</label>
        <translation>
            <numerusform>{shown} of %n object drawn · {size} of {whole}</numerusform>
            <numerusform>{shown} of %n objects drawn · {size} of {whole}</numerusform>
        </translation>
    </message>
    <message id="heap-note" numerus="yes">
        <source>%n objects · {size}</source>
        <extracomment>{size}: a size, as in 72 B</extracomment>
        <label>picture</label>
        <translation>
            <numerusform>%n object · {size}</numerusform>
            <numerusform>%n objects · {size}</numerusform>
        </translation>
    </message>
    <message id="heap-note-unknown" numerus="yes">
        <source>%n objects, size unknown</source>
        <label>picture</label>
        <translation>
            <numerusform>%n object, size unknown</numerusform>
            <numerusform>%n objects, size unknown</numerusform>
        </translation>
    </message>
    <message id="text">
        <source>Text</source>
        <extracomment>title of the region of code; LOOK keeps the word</extracomment>
        <label>picture</label>
        <translation>Text</translation>
    </message>
    <message id="text-note">
        <source>program code, one copy however often it is called</source>
        <label>picture</label>
        <translation>program code, one copy however often it is called</translation>
    </message>
    <message id="addresses-title">
        <source>Address space</source>
        <label>picture</label>
        <translation>Address space</translation>
    </message>
    <message id="addresses-title-note">
        <source>from low addresses to high ones; filled: pools with objects of the program</source>
        <label>picture</label>
        <translation>from low addresses to high ones; filled: pools with objects of the program</translation>
    </message>
    <message id="addresses-hint">
        <source>select a block to see what its bytes are</source>
        <label>picture</label>
        <translation>select a block to see what its bytes are</translation>
    </message>
    <message id="addresses-words">
        <source>Words of one object</source>
        <label>picture</label>
        <translation>Words of one object</translation>
    </message>
    <message id="addresses-unknown">
        <source>not recorded: only the recorder in C can tell where memory lies</source>
        <label>picture</label>
        <translation>not recorded: only the recorder in C can tell where memory lies</translation>
    </message>
    <message id="addresses-pools">
        <source>Blocks of up to 512 bytes</source>
        <label>picture</label>
        <translation>Blocks of up to 512 bytes</translation>
    </message>
    <message id="addresses-pools-note">
        <source>from Python&apos;s own allocator; ⋯ are blocks of the interpreter and free ones</source>
        <label>picture</label>
        <translation>from Python&apos;s own allocator; ⋯ are blocks of the interpreter and free ones</translation>
    </message>
    <message id="addresses-pools-plain">
        <source>from Python&apos;s own allocator; ⋯ are blocks of the interpreter or free</source>
        <label>picture</label>
        <translation>from Python&apos;s own allocator; ⋯ are blocks of the interpreter or free</translation>
    </message>
    <message id="addresses-pools-again">
        <source>from Python&apos;s own allocator; record the program again to see which blocks are free</source>
        <label>picture</label>
        <translation>from Python&apos;s own allocator; record the program again to see which blocks are free</translation>
    </message>
    <message id="addresses-no-arena">
        <source>Python&apos;s own allocator is not in use (PYTHONMALLOC)</source>
        <label>picture</label>
        <translation>Python&apos;s own allocator is not in use (PYTHONMALLOC)</translation>
    </message>
    <message id="addresses-blocks">
        <source>blocks of {size} bytes</source>
        <extracomment>{size}: bytes of each block</extracomment>
        <label>picture</label>
        <translation>blocks of {size} bytes</translation>
    </message>
    <message id="addresses-of">
        <source>{n} blocks in this pool</source>
        <extracomment>{n}: how many blocks a pool has</extracomment>
        <label>picture</label>
        <translation>{n} blocks in this pool</translation>
    </message>
    <message id="addresses-used">
        <source>{used} of {n} blocks in use</source>
        <extracomment>{used}: blocks in use; {n}: blocks of a pool</extracomment>
        <label>picture</label>
        <translation>{used} of {n} blocks in use</translation>
    </message>
    <message id="addresses-array">
        <source>array</source>
        <label>picture</label>
        <translation>array</translation>
    </message>
    <message id="addresses-table">
        <source>table</source>
        <label>picture</label>
        <translation>table</translation>
    </message>
    <message id="addresses-places">
        <source>array, {used} of {places} used</source>
        <extracomment>{used}: items of a list; {places}: how many its array has places for</extracomment>
        <label>picture</label>
        <translation>array, {used} of {places} used</translation>
    </message>
    <message id="addresses-entries">
        <source>table, {used} of {places} used</source>
        <extracomment>{used}: entries of a dict or set; {places}: how many its table has places for</extracomment>
        <label>picture</label>
        <translation>table, {used} of {places} used</translation>
    </message>
    <message id="addresses-entries-deleted">
        <source>table, {used} of {places} used, {deleted} deleted</source>
        <extracomment>{used}: entries of a dict; {places}: how many its table has places for; {deleted}: places that deleted entries keep until the table is made again</extracomment>
        <label>picture</label>
        <translation>table, {used} of {places} used, {deleted} deleted</translation>
    </message>
    <message id="addresses-freed">
        <source>freed</source>
        <label>picture</label>
        <translation>freed</translation>
    </message>
    <message id="addresses-kept">
        <source>freed, kept for reuse</source>
        <label>picture</label>
        <translation>freed, kept for reuse</translation>
    </message>
    <message id="addresses-freed-next">
        <source>freed: is next</source>
        <label>picture</label>
        <translation>freed: is next</translation>
    </message>
    <message id="addresses-next">
        <source>next</source>
        <label>picture</label>
        <translation>next</translation>
    </message>
    <message id="addresses-again">
        <source>{address}, used again</source>
        <extracomment>{address}: the end of the address of a block that was just freed</extracomment>
        <label>picture</label>
        <translation>{address}, used again</translation>
    </message>
    <message id="addresses-grown">
        <source>{address}, grew in place</source>
        <extracomment>{address}: the end of the address of a block whose text has grown in it</extracomment>
        <label>picture</label>
        <translation>{address}, grew in place</translation>
    </message>
    <message id="addresses-arena">
        <source>arena</source>
        <label>picture</label>
        <translation>arena</translation>
    </message>
    <message id="addresses-image">
        <source>interpreter&apos;s own data</source>
        <label>picture</label>
        <translation>interpreter&apos;s own data</translation>
    </message>
    <message id="addresses-image-note">
        <source>made with the interpreter, never freed</source>
        <label>picture</label>
        <translation>made with the interpreter, never freed</translation>
    </message>
    <message id="addresses-image-more">
        <source>made with the interpreter, never freed; {n} more not shown</source>
        <extracomment>{n}: objects that are not shown</extracomment>
        <label>picture</label>
        <translation>made with the interpreter, never freed; {n} more not shown</translation>
    </message>
    <message id="addresses-heap">
        <source>C library&apos;s heap</source>
        <label>picture</label>
        <translation>C library&apos;s heap</translation>
    </message>
    <message id="addresses-heap-note">
        <source>blocks of more than 512 bytes, {size} together</source>
        <extracomment>{size}: as in 3.1 KB</extracomment>
        <label>picture</label>
        <translation>blocks of more than 512 bytes, {size} together</translation>
    </message>
    <message id="addresses-code">
        <source>Code of the program</source>
        <label>picture</label>
        <translation>Code of the program</translation>
    </message>
    <message id="addresses-code-note">
        <source>one code object for each function, with its bytecode; sizes of large ones are not known</source>
        <label>picture</label>
        <translation>one code object for each function, with its bytecode; sizes of large ones are not known</translation>
    </message>
    <message id="addresses-code-block">
        <source>block of {size} bytes</source>
        <extracomment>{size}: bytes of the block</extracomment>
        <label>picture</label>
        <translation>block of {size} bytes</translation>
    </message>
    <message id="addresses-split">
        <source>{size} bytes: {collector} collector&apos;s head, {header} header, {payload} contents, {spare} spare</source>
        <extracomment>each is a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size} bytes: {collector} collector&apos;s head, {header} header, {payload} contents, {spare} spare</translation>
    </message>
    <message id="addresses-split-deleted">
        <source>{size} bytes: {collector} collector&apos;s head, {header} header, {payload} contents, {deleted} deleted entries, {spare} spare</source>
        <extracomment>each is a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size} bytes: {collector} collector&apos;s head, {header} header, {payload} contents, {deleted} deleted entries, {spare} spare</translation>
    </message>
    <message id="addresses-split-other">
        <source>{size} bytes: {collector} collector&apos;s head, {header} header, {other} fields of the type</source>
        <extracomment>each is a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size} bytes: {collector} collector&apos;s head, {header} header, {other} fields of the type</translation>
    </message>
    <message id="addresses-split-unknown">
        <source>{size} bytes; how they are divided is not known</source>
        <extracomment>{size}: a number of bytes</extracomment>
        <label>picture</label>
        <translation>{size} bytes; how they are divided is not known</translation>
    </message>
    <message id="word-collector">
        <source>for the collector</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>for the collector</translation>
    </message>
    <message id="word-weak-references">
        <source>weak references</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>weak references</translation>
    </message>
    <message id="word-dict">
        <source>attributes&apos; dict</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>attributes&apos; dict</translation>
    </message>
    <message id="word-count">
        <source>reference count</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>reference count</translation>
    </message>
    <message id="word-type">
        <source>type</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>type</translation>
    </message>
    <message id="word-length">
        <source>length</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>length</translation>
    </message>
    <message id="word-items">
        <source>array at</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>array at</translation>
    </message>
    <message id="word-capacity">
        <source>places</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>places</translation>
    </message>
    <message id="word-table">
        <source>table at</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>table at</translation>
    </message>
    <message id="word-own">
        <source>own fields</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>own fields</translation>
    </message>
    <message id="word-hash">
        <source>hash</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>hash</translation>
    </message>
    <message id="word-state">
        <source>state</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>state</translation>
    </message>
    <message id="word-digits">
        <source>digits</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>digits</translation>
    </message>
    <message id="word-value">
        <source>value</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>value</translation>
    </message>
    <message id="word-characters">
        <source>characters</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>characters</translation>
    </message>
    <message id="word-item">
        <source>item {n}</source>
        <extracomment>a part of an object&apos;s memory; {n}: its place, from 0</extracomment>
        <label>picture</label>
        <translation>item {n}</translation>
    </message>
    <message id="word-attributes">
        <source>attributes</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>attributes</translation>
    </message>
    <message id="word-indexes">
        <source>indexes</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>indexes</translation>
    </message>
    <message id="word-entries">
        <source>entries</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>entries</translation>
    </message>
    <message id="word-spare">
        <source>spare</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>spare</translation>
    </message>
    <message id="word-rounding">
        <source>rounding</source>
        <extracomment>a part of an object&apos;s memory</extracomment>
        <label>picture</label>
        <translation>rounding</translation>
    </message>
    <message id="text-more" numerus="yes">
        <source>program code; %n more not shown</source>
        <label>picture</label>
        <translation>
            <numerusform>program code; %n more not shown</numerusform>
            <numerusform>program code; %n more not shown</numerusform>
        </translation>
    </message>
    <message id="code-line">
        <source>from line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>from line {line}</translation>
    </message>
    <message id="returns-to">
        <source>returns to {function}, line {line}</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>picture</label>
        <translation>returns to {function}, line {line}</translation>
    </message>
    <message id="returns-to-line">
        <source>returns to line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>picture</label>
        <translation>returns to line {line}</translation>
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
        <translation>global names, live until the end</translation>
    </message>
    <message id="data-note-short">
        <source>global names</source>
        <label>picture</label>
        <translation>global names</translation>
    </message>
    <message id="stack">
        <source>Stack</source>
        <extracomment>title of the region of calls</extracomment>
        <label>picture</label>
        <translation>Stack</translation>
    </message>
    <message id="stack-note">
        <source>one frame per call, grows down</source>
        <label>picture</label>
        <translation>one frame per call, grows down</translation>
    </message>
    <message id="stack-note-short">
        <source>one frame per call</source>
        <label>picture</label>
        <translation>one frame per call</translation>
    </message>
    <message id="items" numerus="yes">
        <source>%n items</source>
        <label>picture</label>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message id="pairs" numerus="yes">
        <source>%n pairs</source>
        <label>picture</label>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message id="names" numerus="yes">
        <source>%n names</source>
        <label>picture</label>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message id="attributes" numerus="yes">
        <source>%n attributes</source>
        <label>picture</label>
        <translation>
            <numerusform>%n attribute</numerusform>
            <numerusform>%n attributes</numerusform>
        </translation>
    </message>
    <message id="characters" numerus="yes">
        <source>%n characters</source>
        <label>picture</label>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message id="module">
        <source>module</source>
        <label>picture</label>
        <translation>module</translation>
    </message>
    <message id="arrow-names">
        <source>`{name}` in {holder} refers to {target}</source>
        <extracomment>{name}: a name, as the program or the file has it; {holder}: what refers to it, as in list #3; {target}: an object, as in list #3</extracomment>
        <label>picture</label>
        <translation>`{name}` in {holder} refers to {target}</translation>
    </message>
    <message id="arrow-holds">
        <source>`{slot}` of {holder} refers to {target}</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {target}: an object, as in list #3</extracomment>
        <label>picture</label>
        <translation>`{slot}` of {holder} refers to {target}</translation>
    </message>
    <message id="name-in">
        <source>`{name}` in {scope}</source>
        <extracomment>who refers to an object, in a list: {name}: a name, as the program has it; {scope}: a module or a function</extracomment>
        <label>picture</label>
        <translation>`{name}` in {scope}</translation>
    </message>
    <message id="sign-open">
        <source>Show {n} more</source>
        <extracomment>a tool tip, and the name of a button, at “⋮ 27 more”; {n}: a number</extracomment>
        <label>picture</label>
        <translation>Show {n} more</translation>
    </message>
    <message id="sign-open-some">
        <source>Show the next {count} of {n} more</source>
        <extracomment>a tool tip, and the name of a button, at “⋮ 5000 more”; {count}, {n}: numbers</extracomment>
        <label>picture</label>
        <translation>Show the next {count} of {n} more</translation>
    </message>
    <message id="sign-fold">
        <source>Show fewer</source>
        <extracomment>a tool tip, and the name of a button, at “⋮ fewer”</extracomment>
        <label>picture</label>
        <translation>Show fewer</translation>
    </message>
    <message id="tag-index">
        <source>`{name}` is the index of this cell</source>
        <extracomment>of a name below a cell of a list; {name}: one name, or more with spaces between</extracomment>
        <label>picture</label>
        <translation>`{name}` is the index of this cell</translation>
    </message>
    <message id="slot-iterator">
        <source>sequence</source>
        <extracomment>what an iterator walks over, as in: sequence of list_iterator #4 refers to list #1</extracomment>
        <label>picture</label>
        <translation>sequence</translation>
    </message>
    <message id="slot-awaits">
        <source>awaited object</source>
        <extracomment>what a coroutine waits for</extracomment>
        <label>picture</label>
        <translation>awaited object</translation>
    </message>
    <message id="slot-weak">
        <source>weak reference</source>
        <extracomment>as in: weak reference of weakref #15 refers to Node #9</extracomment>
        <label>picture</label>
        <translation>weak reference</translation>
    </message>
    <message id="slot-cell">
        <source>contents</source>
        <extracomment>what a cell holds</extracomment>
        <label>picture</label>
        <translation>contents</translation>
    </message>
    <message id="refers-name">
        <source>name `{name}` in {scope}</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function</extracomment>
        <label>who refers</label>
        <translation>name `{name}` in {scope}</translation>
    </message>
    <message id="refers-slot">
        <source>`{slot}` of {holder}</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>`{slot}` of {holder}</translation>
    </message>
    <message id="refers-item">
        <source>item of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>item of {holder}</translation>
    </message>
    <message id="refers-key">
        <source>key of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>key of {holder}</translation>
    </message>
    <message id="refers-value">
        <source>value of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>value of {holder}</translation>
    </message>
    <message id="refers-attribute">
        <source>attribute of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>attribute of {holder}</translation>
    </message>
    <message id="refers-class">
        <source>class of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>class of {holder}</translation>
    </message>
    <message id="refers-base">
        <source>base class of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>base class of {holder}</translation>
    </message>
    <message id="refers-cell">
        <source>contents of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>contents of {holder}</translation>
    </message>
    <message id="refers-closure">
        <source>closure of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>closure of {holder}</translation>
    </message>
    <message id="refers-default">
        <source>default argument of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>default argument of {holder}</translation>
    </message>
    <message id="refers-defaults">
        <source>defaults of {holder}</source>
        <extracomment>{holder}: a function; what refers to the tuple of its defaults</extracomment>
        <label>who refers</label>
        <translation>defaults of {holder}</translation>
    </message>
    <message id="refers-parameter">
        <source>default of `{name}` in {holder}</source>
        <extracomment>{name}: a parameter; {holder}: a function</extracomment>
        <label>who refers</label>
        <translation>default of `{name}` in {holder}</translation>
    </message>
    <message id="refers-self">
        <source>`self` of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>`self` of {holder}</translation>
    </message>
    <message id="refers-function">
        <source>function of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>function of {holder}</translation>
    </message>
    <message id="refers-code">
        <source>code of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>code of {holder}</translation>
    </message>
    <message id="refers-module">
        <source>module `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>module `{holder}`</translation>
    </message>
    <message id="refers-namespace">
        <source>namespace of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>namespace of {holder}</translation>
    </message>
    <message id="refers-generator-local">
        <source>name in the frame of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>name in the frame of {holder}</translation>
    </message>
    <message id="refers-iterator">
        <source>{holder} iterates over it</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>{holder} iterates over it</translation>
    </message>
    <message id="refers-traceback">
        <source>traceback: {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>traceback: {holder}</translation>
    </message>
    <message id="refers-exception">
        <source>exception: {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>exception: {holder}</translation>
    </message>
    <message id="refers-within">
        <source>held in {holder}</source>
        <extracomment>{holder}: what refers to it, as in partial #3</extracomment>
        <label>who refers</label>
        <translation>held in {holder}</translation>
    </message>
    <message id="refers-weakref-callback">
        <source>callback of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>callback of {holder}</translation>
    </message>
    <message id="refers-running-frame">
        <source>running frame of `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>running frame of `{holder}`</translation>
    </message>
    <message id="refers-paused-frame">
        <source>paused frame of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>paused frame of {holder}</translation>
    </message>
    <message id="refers-class-internals">
        <source>internals of {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>internals of {holder}</translation>
    </message>
    <message id="refers-constant">
        <source>constant in the code of `{holder}`</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>constant in the code of `{holder}`</translation>
    </message>
    <message id="refers-syntax-tree">
        <source>the program&apos;s syntax tree</source>
        <label>who refers</label>
        <translation>the program&apos;s syntax tree</translation>
    </message>
    <message id="refers-stack">
        <source>held temporarily by the interpreter in `{holder}`</source>
        <extracomment>{holder}: the function whose frame holds it, or the module</extracomment>
        <label>who refers</label>
        <translation>held temporarily by the interpreter in `{holder}`</translation>
    </message>
    <message id="refers-other">
        <source>elsewhere in the interpreter</source>
        <label>who refers</label>
        <translation>elsewhere in the interpreter</translation>
    </message>
    <message id="refers-weakly">
        <source>not counted: {holder}</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>not counted: {holder}</translation>
    </message>
    <message id="path-chain">
        <source>`{slot}` × {times}, starting at {holder}</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {times}: how often; {holder}: what refers to it, as in list #3</extracomment>
        <label>who refers</label>
        <translation>`{slot}` × {times}, starting at {holder}</translation>
    </message>
    <message id="life-there">
        <source>exists from the first step</source>
        <label>life of an object</label>
        <translation>exists from the first step</translation>
    </message>
    <message id="life-made">
        <source>first seen after line {line} ran</source>
        <extracomment>{line}: a line number</extracomment>
        <label>life of an object</label>
        <translation>first seen after line {line} ran</translation>
    </message>
    <message id="life-made-in">
        <source>first seen after line {line} of {file} ran</source>
        <extracomment>{line}: a line number; {file}: a file</extracomment>
        <label>life of an object</label>
        <translation>first seen after line {line} of {file} ran</translation>
    </message>
    <message id="life-earlier">
        <source>reuses the address of #{serial}</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>reuses the address of #{serial}</translation>
    </message>
    <message id="life-island">
        <source>from here on, only a reference cycle keeps it alive</source>
        <label>life of an object</label>
        <translation>from here on, only a reference cycle keeps it alive</translation>
    </message>
    <message id="life-freed">
        <source>freed</source>
        <label>life of an object</label>
        <translation>freed</translation>
    </message>
    <message id="life-later">
        <source>#{serial} reuses its address</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>#{serial} reuses its address</translation>
    </message>
    <message id="life-class-before">
        <source>was #{serial} until its class changed</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>was #{serial} until its class changed</translation>
    </message>
    <message id="life-class-after">
        <source>its class changes: from here on it is #{serial}</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>life of an object</label>
        <translation>its class changes: from here on it is #{serial}</translation>
    </message>
    <message id="lost-rebound">
        <source>name `{where}` in {scope} was rebound</source>
        <extracomment>{where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>name `{where}` in {scope} was rebound</translation>
    </message>
    <message id="lost-deleted">
        <source>name `{where}` in {scope} was deleted</source>
        <extracomment>{where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>name `{where}` in {scope} was deleted</translation>
    </message>
    <message id="lost-frame-ended">
        <source>the call to `{scope}` ended, and its name `{where}` with it</source>
        <extracomment>{scope}: where the name lives: a module or a function; {where}: a name or a place, as in [0]</extracomment>
        <label>life of an object</label>
        <translation>the call to `{scope}` ended, and its name `{where}` with it</translation>
    </message>
    <message id="lost-replaced">
        <source>`{where}` of {holder} now refers to something else</source>
        <extracomment>{where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>`{where}` of {holder} now refers to something else</translation>
    </message>
    <message id="lost-removed">
        <source>`{where}` of {holder} was removed</source>
        <extracomment>{where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>`{where}` of {holder} was removed</translation>
    </message>
    <message id="lost-dropped">
        <source>{holder} no longer refers to it</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder} no longer refers to it</translation>
    </message>
    <message id="lost-holder-died">
        <source>{holder}, which referred to it, was freed</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>life of an object</label>
        <translation>{holder}, which referred to it, was freed</translation>
    </message>
    <message id="lost-not-kept">
        <source>`{scope}` returned it, but nothing stored it</source>
        <extracomment>{scope}: where the name lives: a module or a function</extracomment>
        <label>life of an object</label>
        <translation>`{scope}` returned it, but nothing stored it</translation>
    </message>
    <message id="lost-collector">
        <source>the garbage collector found its reference cycle</source>
        <label>life of an object</label>
        <translation>the garbage collector found its reference cycle</translation>
    </message>
    <message id="program-empty">
        <source>The program has no statements: there is nothing to run.</source>
        <label>step in words</label>
        <translation>The program has no statements: there is nothing to run.</translation>
    </message>
    <message id="module-empty">
        <source>`{file}` has no statements.</source>
        <extracomment>{file}: a file</extracomment>
        <label>step in words</label>
        <translation>`{file}` has no statements.</translation>
    </message>
    <message id="begins">
        <source>The program is about to run line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The program is about to run line {line}.</translation>
    </message>
    <message id="ran-code">
        <source>`{code}` ran on line {line}.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{code}` ran on line {line}.</translation>
    </message>
    <message id="ran-line">
        <source>Line {line} ran.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Line {line} ran.</translation>
    </message>
    <message id="ran-to">
        <source>`{code}` ran on line {line} as far as `{word}`.</source>
        <extracomment>{code}: Python code; {line}: a line number; {word}: a keyword of Python, such as await</extracomment>
        <label>step in words</label>
        <translation>`{code}` ran on line {line} as far as `{word}`.</translation>
    </message>
    <message id="running-code">
        <source>`{code}` is running on line {line}.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{code}` is running on line {line}.</translation>
    </message>
    <message id="running-code-in">
        <source>`{code}` is running on line {line} of {file}.</source>
        <extracomment>{code}: Python code; {line}: a line number; {file}: a file of the program</extracomment>
        <label>step in words</label>
        <translation>`{code}` is running on line {line} of {file}.</translation>
    </message>
    <message id="running-line">
        <source>Line {line} is running.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Line {line} is running.</translation>
    </message>
    <message id="unfinished-code">
        <source>`{code}` on line {line} did not finish.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{code}` on line {line} did not finish.</translation>
    </message>
    <message id="unfinished-line">
        <source>Line {line} did not finish.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Line {line} did not finish.</translation>
    </message>
    <message id="body-begins">
        <source>The body of `{function}` begins on line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The body of `{function}` begins on line {line}.</translation>
    </message>
    <message id="the-module">
        <source>the module</source>
        <extracomment>where a name belongs to that is in no function</extracomment>
        <label>step in words</label>
        <translation>the module</translation>
    </message>
    <message id="comprehension">
        <source>the comprehension</source>
        <extracomment>where the variables of a comprehension live that stands in no function</extracomment>
        <label>step in words</label>
        <translation>the comprehension</translation>
    </message>
    <message id="class-body-ends">
        <source>The body of class `{function}` has finished: its names become attributes of the class.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>The body of class `{function}` has finished: its names become attributes of the class.</translation>
    </message>
    <message id="class-notes">
        <source>The class body first sets `__module__` and `__qualname__`.</source>
        <label>step in words</label>
        <translation>The class body first sets `__module__` and `__qualname__`.</translation>
    </message>
    <message id="returns-at-its-end">
        <source>`{function}` reached its end without a `return`, so it returns None.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}` reached its end without a `return`, so it returns None.</translation>
    </message>
    <message id="return-ends-loop">
        <source>`return` also ends the loop of line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`return` also ends the loop of line {line}.</translation>
    </message>
    <message id="generator-ends">
        <source>`{function}` has finished: it has no more values to yield.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}` has finished: it has no more values to yield.</translation>
    </message>
    <message id="exception-goes-to">
        <source>Execution continues on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Execution continues on line {line}.</translation>
    </message>
    <message id="exception-goes-to-except">
        <source>Python looks for a matching `except`, from line {line} on.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Python looks for a matching `except`, from line {line} on.</translation>
    </message>
    <message id="exception-goes-to-finally">
        <source>The `finally` block runs from line {line} on, before the exception goes on.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The `finally` block runs from line {line} on, before the exception goes on.</translation>
    </message>
    <message id="exception-goes-to-with">
        <source>The exception leaves the `with` block of line {line}, which is closed first.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The exception leaves the `with` block of line {line}, which is closed first.</translation>
    </message>
    <message id="exception-leaves-line">
        <source>The exception leaves line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The exception leaves line {line}.</translation>
    </message>
    <message id="did-several" numerus="yes">
        <source>This line has %n statements.</source>
        <label>step in words</label>
        <translation>
            <numerusform>This line has %n statement.</numerusform>
            <numerusform>This line has %n statements.</numerusform>
        </translation>
    </message>
    <message id="line-goes-on">
        <source>Line {line} is still running.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Line {line} is still running.</translation>
    </message>
    <message id="value-passed">
        <source>Python passes line {line} and takes no new value from it.</source>
        <label>step in words</label>
        <translation>Python passes line {line} and takes no new value from it.</translation>
    </message>
    <message id="item-taken">
        <source>`{code}` is true for this item.</source>
        <label>step in words</label>
        <translation>`{code}` is true for this item.</translation>
    </message>
    <message id="item-taken-value">
        <source>Python counts `{code}` as true for this item.</source>
        <label>step in words</label>
        <translation>Python counts `{code}` as true for this item.</translation>
    </message>
    <message id="inner-loop-over">
        <source>The inner loop has no more items for `{code}`.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The inner loop has no more items for `{code}`.</translation>
    </message>
    <message id="item-left-out">
        <source>`{code}` is false for this item: the comprehension leaves it out.</source>
        <label>step in words</label>
        <translation>`{code}` is false for this item: the comprehension leaves it out.</translation>
    </message>
    <message id="item-left-out-value">
        <source>Python counts `{code}` as false for this item: the comprehension leaves it out.</source>
        <label>step in words</label>
        <translation>Python counts `{code}` as false for this item: the comprehension leaves it out.</translation>
    </message>
    <message id="result-has-item">
        <source>The set already has this item.</source>
        <label>step in words</label>
        <translation>The set already has this item.</translation>
    </message>
    <message id="result-has-key">
        <source>The dict already has this key, with the same value.</source>
        <label>step in words</label>
        <translation>The dict already has this key, with the same value.</translation>
    </message>
    <message id="result-stays">
        <source>Nothing is added to the result this time.</source>
        <label>step in words</label>
        <translation>Nothing is added to the result this time.</translation>
    </message>
    <message id="statement-goes-on">
        <source>The statement that starts on line {line} continues.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The statement that starts on line {line} continues.</translation>
    </message>
    <message id="expression-goes-to">
        <source>The expression continues on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The expression continues on line {line}.</translation>
    </message>
    <message id="statement-goes-to">
        <source>The statement continues on line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>step in words</label>
        <translation>The statement continues on line {line}.</translation>
    </message>
    <message id="if-true">
        <source>`{code}` is true: the block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is true: the block runs.</translation>
    </message>
    <message id="if-true-value">
        <source>`{code}` is {value}, which Python counts as true: the block runs.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as true: the block runs.</translation>
    </message>
    <message id="if-false">
        <source>`{code}` is false: the block is skipped.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is false: the block is skipped.</translation>
    </message>
    <message id="if-false-elif">
        <source>`{code}` is false: the next `elif` is tested.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is false: the next `elif` is tested.</translation>
    </message>
    <message id="if-false-else">
        <source>`{code}` is false: the `else` block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is false: the `else` block runs.</translation>
    </message>
    <message id="if-false-value">
        <source>`{code}` is {value}, which Python counts as false: the block is skipped.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as false: the block is skipped.</translation>
    </message>
    <message id="if-false-elif-value">
        <source>`{code}` is {value}, which Python counts as false: the next `elif` is tested.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as false: the next `elif` is tested.</translation>
    </message>
    <message id="if-false-else-value">
        <source>`{code}` is {value}, which Python counts as false: the `else` block runs.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as false: the `else` block runs.</translation>
    </message>
    <message id="choice-true">
        <source>`{code}` is true: the conditional expression evaluates `{chosen}`.</source>
        <extracomment>{chosen}: the code of one of the two values of a conditional expression</extracomment>
        <label>step in words</label>
        <translation>`{code}` is true: the conditional expression evaluates `{chosen}`.</translation>
    </message>
    <message id="choice-true-value">
        <source>`{code}` is {value}, which Python counts as true: the conditional expression evaluates `{chosen}`.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as true: the conditional expression evaluates `{chosen}`.</translation>
    </message>
    <message id="choice-false">
        <source>`{code}` is false: the conditional expression evaluates `{chosen}`.</source>
        <label>step in words</label>
        <translation>`{code}` is false: the conditional expression evaluates `{chosen}`.</translation>
    </message>
    <message id="choice-false-value">
        <source>`{code}` is {value}, which Python counts as false: the conditional expression evaluates `{chosen}`.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as false: the conditional expression evaluates `{chosen}`.</translation>
    </message>
    <message id="values-compared">
        <source>With its values: `{code}`.</source>
        <extracomment>{code}: a condition with values in place of its operands, 5 &gt; 3</extracomment>
        <label>step in words</label>
        <translation>With its values: `{code}`.</translation>
    </message>
    <message id="values-computed">
        <source>With its values: `{code}`, so `{result}`.</source>
        <extracomment>{code}: a condition with values in place of its operands, 7 % 2 == 0; {result}: the same with the results of its operations, 1 == 0</extracomment>
        <label>step in words</label>
        <translation>With its values: `{code}`, so `{result}`.</translation>
    </message>
    <message id="operand-decides">
        <source>`{code}` is {value}, which decides the result.</source>
        <extracomment>{code}: an operand of and or or; {value}: True or False</extracomment>
        <label>step in words</label>
        <translation>`{code}` is {value}, which decides the result.</translation>
    </message>
    <message id="equal-but-apart">
        <source>`{code}` and `{other}` are equal, but they are two objects.</source>
        <extracomment>{code}, {other}: operands of is</extracomment>
        <label>step in words</label>
        <translation>`{code}` and `{other}` are equal, but they are two objects.</translation>
    </message>
    <message id="while-true">
        <source>`{code}` is true: the loop body runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is true: the loop body runs.</translation>
    </message>
    <message id="while-forever">
        <source>`while {code}` repeats until something in its body ends it, such as `break`: the loop body runs.</source>
        <extracomment>{code}: a condition that is always true, as the program has it</extracomment>
        <label>step in words</label>
        <translation>`while {code}` repeats until something in its body ends it, such as `break`: the loop body runs.</translation>
    </message>
    <message id="while-forever-again">
        <source>`while {code}` repeats: the loop body runs again.</source>
        <extracomment>{code}: a condition that is always true, as the program has it</extracomment>
        <label>step in words</label>
        <translation>`while {code}` repeats: the loop body runs again.</translation>
    </message>
    <message id="while-true-value">
        <source>`{code}` is {value}, which Python counts as true: the loop body runs.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as true: the loop body runs.</translation>
    </message>
    <message id="while-false">
        <source>`{code}` is false: the loop ends.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is false: the loop ends.</translation>
    </message>
    <message id="while-false-value">
        <source>`{code}` is {value}, which Python counts as false: the loop ends.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as false: the loop ends.</translation>
    </message>
    <message id="for-next">
        <source>The loop assigns the next item to `{code}`.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The loop assigns the next item to `{code}`.</translation>
    </message>
    <message id="for-over">
        <source>There are no more items for `{code}`: the loop ends.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>There are no more items for `{code}`: the loop ends.</translation>
    </message>
    <message id="for-empty">
        <source>There are no items for `{code}`: the loop body does not run.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>There are no items for `{code}`: the loop body does not run.</translation>
    </message>
    <message id="loop-else-runs">
        <source>No `break` ended the loop: its `else` block runs.</source>
        <label>step in words</label>
        <translation>No `break` ended the loop: its `else` block runs.</translation>
    </message>
    <message id="loop-else-skipped">
        <source>The `else` block of the loop is skipped.</source>
        <label>step in words</label>
        <translation>The `else` block of the loop is skipped.</translation>
    </message>
    <message id="with-enters">
        <source>`{enter}` of `{code}` was called; no matter how the block ends, `{exit}` is called.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>`{enter}` of `{code}` was called; no matter how the block ends, `{exit}` is called.</translation>
    </message>
    <message id="with-enters-all">
        <source>`{enter}` of `{code}` was called in turn; no matter how the block ends, `{exit}` is called.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>`{enter}` of `{code}` was called in turn; no matter how the block ends, `{exit}` is called.</translation>
    </message>
    <message id="with-enters-lock">
        <source>`{code}` was acquired; no matter how the block ends, it is released.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` was acquired; no matter how the block ends, it is released.</translation>
    </message>
    <message id="with-enters-file">
        <source>No matter how the block ends, the file of `{code}` is closed.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>No matter how the block ends, the file of `{code}` is closed.</translation>
    </message>
    <message id="with-leaves">
        <source>The block has ended, and `{exit}` of `{code}` was called.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>The block has ended, and `{exit}` of `{code}` was called.</translation>
    </message>
    <message id="with-leaves-all">
        <source>The block has ended, and `{exit}` of `{code}` was called, the last one first.</source>
        <extracomment>{code}: Python code; {enter}, {exit}: names of methods</extracomment>
        <label>step in words</label>
        <translation>The block has ended, and `{exit}` of `{code}` was called, the last one first.</translation>
    </message>
    <message id="with-leaves-lock">
        <source>The block has ended, and `{code}` was released.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The block has ended, and `{code}` was released.</translation>
    </message>
    <message id="with-leaves-file">
        <source>The block has ended, and the file of `{code}` was closed.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The block has ended, and the file of `{code}` was closed.</translation>
    </message>
    <message id="exit-passes">
        <source>`{function}` did not return a true value, so the exception goes on.</source>
        <extracomment>{function}: a function&apos;s name, such as Timer.__exit__</extracomment>
        <label>step in words</label>
        <translation>`{function}` did not return a true value, so the exception goes on.</translation>
    </message>
    <message id="with-handled">
        <source>`{name}` of `{code}` returned a true value, so the exception counts as handled: the program continues after the block.</source>
        <extracomment>{name}: the name of a method, such as __exit__; {code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{name}` of `{code}` returned a true value, so the exception counts as handled: the program continues after the block.</translation>
    </message>
    <message id="try-begins">
        <source>`try`: errors in this block can be handled below.</source>
        <label>step in words</label>
        <translation>`try`: errors in this block can be handled below.</translation>
    </message>
    <message id="try-finally-begins">
        <source>`try`: no matter how this block ends, the `finally` block runs.</source>
        <label>step in words</label>
        <translation>`try`: no matter how this block ends, the `finally` block runs.</translation>
    </message>
    <message id="try-with-finally">
        <source>No matter how the block ends, the `finally` block runs too.</source>
        <label>step in words</label>
        <translation>No matter how the block ends, the `finally` block runs too.</translation>
    </message>
    <message id="except-matches">
        <source>The exception is an instance of `{code}`: this block handles it.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The exception is an instance of `{code}`: this block handles it.</translation>
    </message>
    <message id="except-star-matches">
        <source>The group contains exceptions of type `{code}`: this block handles them.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The group contains exceptions of type `{code}`: this block handles them.</translation>
    </message>
    <message id="except-any">
        <source>This block handles every exception.</source>
        <label>step in words</label>
        <translation>This block handles every exception.</translation>
    </message>
    <message id="except-passes">
        <source>The exception is not an instance of `{code}`: the search continues.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The exception is not an instance of `{code}`: the search continues.</translation>
    </message>
    <message id="except-star-passes">
        <source>The group contains no exception of type `{code}`: the search continues.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The group contains no exception of type `{code}`: the search continues.</translation>
    </message>
    <message id="match-begins">
        <source>`{code}` is evaluated once, then compared with each pattern.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is evaluated once, then compared with each pattern.</translation>
    </message>
    <message id="match-begins-value">
        <source>`{code}` is {value}: it is compared with each pattern.</source>
        <extracomment>{code}: Python code; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{code}` is {value}: it is compared with each pattern.</translation>
    </message>
    <message id="case-matches">
        <source>Pattern `{code}` matches: its block runs.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>Pattern `{code}` matches: its block runs.</translation>
    </message>
    <message id="case-passes">
        <source>Pattern `{code}` does not match.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>Pattern `{code}` does not match.</translation>
    </message>
    <message id="case-guard-passes">
        <source>Pattern `{code}` with the guard `{test}` does not match.</source>
        <extracomment>{code}: Python code; {test}: Python code</extracomment>
        <label>step in words</label>
        <translation>Pattern `{code}` with the guard `{test}` does not match.</translation>
    </message>
    <message id="case-guard-false">
        <source>Pattern `{code}` matches, but its guard `{test}` is false.</source>
        <extracomment>{code}: Python code; {test}: Python code</extracomment>
        <label>step in words</label>
        <translation>Pattern `{code}` matches, but its guard `{test}` is false.</translation>
    </message>
    <message id="case-guard-true">
        <source>Pattern `{code}` matches and its guard `{test}` is true: its block runs.</source>
        <extracomment>{code}: Python code; {test}: Python code</extracomment>
        <label>step in words</label>
        <translation>Pattern `{code}` matches and its guard `{test}` is true: its block runs.</translation>
    </message>
    <message id="def-made">
        <source>`def` created the function `{name}`; its body runs only when it is called.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`def` created the function `{name}`; its body runs only when it is called.</translation>
    </message>
    <message id="defaults-evaluated">
        <source>Its default values have been evaluated, once for all calls.</source>
        <label>step in words</label>
        <translation>Its default values have been evaluated, once for all calls.</translation>
    </message>
    <message id="decorated">
        <source>The decorator `{code}` was applied to it: `{name}` refers to the result.</source>
        <extracomment>{code}: Python code; {name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>The decorator `{code}` was applied to it: `{name}` refers to the result.</translation>
    </message>
    <message id="decorator-before">
        <source>The decorator `{code}` was evaluated; next, the decorator `{following}` is evaluated.</source>
        <extracomment>{code}, {following}: decorators, as the program has them</extracomment>
        <label>step in words</label>
        <translation>The decorator `{code}` was evaluated; next, the decorator `{following}` is evaluated.</translation>
    </message>
    <message id="decorated-twice">
        <source>The decorators `{code}` were applied to it, the last one first: `{name}` refers to the result.</source>
        <extracomment>{code}: decorators, as the program has them; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>The decorators `{code}` were applied to it, the last one first: `{name}` refers to the result.</translation>
    </message>
    <message id="decorator-evaluated">
        <source>The decorator `{code}` was evaluated; next, `{name}` is created.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>The decorator `{code}` was evaluated; next, `{name}` is created.</translation>
    </message>
    <message id="decorator-twice">
        <source>The line of the decorator `{code}` runs twice: it is evaluated before `{name}` is created, and called with `{name}` after that.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>The line of the decorator `{code}` runs twice: it is evaluated before `{name}` is created, and called with `{name}` after that.</translation>
    </message>
    <message id="decorator-next">
        <source>`{name}` was created; now it is passed to the decorator `{code}`.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>`{name}` was created; now it is passed to the decorator `{code}`.</translation>
    </message>
    <message id="decorator-applied">
        <source>The decorator `{code}` was called; its result takes the place of `{name}`.</source>
        <extracomment>{code}: a decorator, as the program has it; {name}: a function or class</extracomment>
        <label>step in words</label>
        <translation>The decorator `{code}` was called; its result takes the place of `{name}`.</translation>
    </message>
    <message id="class-made">
        <source>`class` created the class `{name}` from the names bound in its body.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`class` created the class `{name}` from the names bound in its body.</translation>
    </message>
    <message id="annotations-gathered">
        <source>The annotations of the class are gathered in a dict.</source>
        <label>step in words</label>
        <translation>The annotations of the class are gathered in a dict.</translation>
    </message>
    <message id="annotation-evaluated">
        <source>Of `{code}` on line {line}, only the annotation part is evaluated.</source>
        <extracomment>{code}: Python code; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Of `{code}` on line {line}, only the annotation part is evaluated.</translation>
    </message>
    <message id="only-annotated">
        <source>This only annotates `{name}` with a type; nothing is assigned.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>This only annotates `{name}` with a type; nothing is assigned.</translation>
    </message>
    <message id="unpacked">
        <source>The value is unpacked: each target in `{code}` gets one item.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The value is unpacked: each target in `{code}` gets one item.</translation>
    </message>
    <message id="unpacked-display">
        <source>The right-hand side is evaluated as a whole first; then each target in `{code}` gets one item.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The right-hand side is evaluated as a whole first; then each target in `{code}` gets one item.</translation>
    </message>
    <message id="unpacked-starred">
        <source>The value is unpacked: each target in `{code}` gets one item, and `{name}` a list of the others.</source>
        <extracomment>{code}: Python code; {name}: a name</extracomment>
        <label>step in words</label>
        <translation>The value is unpacked: each target in `{code}` gets one item, and `{name}` a list of the others.</translation>
    </message>
    <message id="stored-same">
        <source>`{code}` already referred to that value: nothing changed.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` already referred to that value: nothing changed.</translation>
    </message>
    <message id="setter-ran">
        <source>Assigning to `{code}` called `{function}`, whose code decides what changes.</source>
        <extracomment>{code}: Python code; {function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>Assigning to `{code}` called `{function}`, whose code decides what changes.</translation>
    </message>
    <message id="deleter-ran">
        <source>Deleting `{code}` called `{function}`, whose code decides what changes.</source>
        <extracomment>{code}: Python code; {function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>Deleting `{code}` called `{function}`, whose code decides what changes.</translation>
    </message>
    <message id="name-mangled">
        <source>In a class, `{name}` is a private name: Python stores it as `{inner}`.</source>
        <extracomment>{name}: a name that begins with two underscores; {inner}: the name under which the class has it</extracomment>
        <label>step in words</label>
        <translation>In a class, `{name}` is a private name: Python stores it as `{inner}`.</translation>
    </message>
    <message id="stored-into">
        <source>Assigning to `{code}` changes the object; no name is rebound.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>Assigning to `{code}` changes the object; no name is rebound.</translation>
    </message>
    <message id="stored-beside">
        <source>`{code}` is now an attribute of the object itself; the attribute of its class stays as it is.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is now an attribute of the object itself; the attribute of its class stays as it is.</translation>
    </message>
    <message id="class-changed">
        <source>{what} has another class now: it is {new}, the same object at the same address.</source>
        <extracomment>{what}: the object, named by its class before; {new}: the same, by its class now</extracomment>
        <label>step in words</label>
        <translation>{what} has another class now: it is {new}, the same object at the same address.</translation>
    </message>
    <message id="assigned">
        <source>The right-hand side was evaluated; `{name}` refers to the result.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>The right-hand side was evaluated; `{name}` refers to the result.</translation>
    </message>
    <message id="assigned-same">
        <source>`{name}` still refers to the same {what}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>`{name}` still refers to the same {what}.</translation>
    </message>
    <message id="assigned-value">
        <source>`{name}` refers to {what}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>`{name}` refers to {what}.</translation>
    </message>
    <message id="assigned-shared">
        <source>Nothing is copied: `{name}` and `{code}` refer to the same {what}.</source>
        <extracomment>{code}: Python code; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>Nothing is copied: `{name}` and `{code}` refer to the same {what}.</translation>
    </message>
    <message id="assigned-shared-before">
        <source>Nothing is copied: `{name}` refers to {what}, to which `{code}` referred.</source>
        <label>step in words</label>
        <translation>Nothing is copied: `{name}` refers to {what}, to which `{code}` referred.</translation>
    </message>
    <message id="assigned-chain" numerus="yes">
        <source>%n names, one object: all refer to the same {what}.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>%n name, one object: it refers to {what}.</numerusform>
            <numerusform>%n names, one object: all refer to the same {what}.</numerusform>
        </translation>
    </message>
    <message id="changes-in-place">
        <source>`{code}` changes an existing object and returns None.</source>
        <extracomment>{code}: a call such as names.sort()</extracomment>
        <label>step in words</label>
        <translation>`{code}` changes an existing object and returns None.</translation>
    </message>
    <message id="assigned-chain-places" numerus="yes">
        <source>%n targets, one object: all refer to the same {what}.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>%n target, one object: it refers to {what}.</numerusform>
            <numerusform>%n targets, one object: all refer to the same {what}.</numerusform>
        </translation>
    </message>
    <message id="augmented-itself">
        <source>{what} itself was changed: `{name}` still refers to it.</source>
        <extracomment>{what}: an object, as in list #3; {name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>{what} itself was changed: `{name}` still refers to it.</translation>
    </message>
    <message id="augmented-new">
        <source>{what} itself was not changed: `{name}` now refers to another object.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} itself was not changed: `{name}` now refers to another object.</translation>
    </message>
    <message id="augmented-grown">
        <source>`{name}` now refers to {what}; the text grew in its own memory, because nothing else referred to it.</source>
        <extracomment>{name}: a name, as the program or the file has it; {what}: an object, as in str &apos;ab&apos;</extracomment>
        <label>step in words</label>
        <translation>`{name}` now refers to {what}; the text grew in its own memory, because nothing else referred to it.</translation>
    </message>
    <message id="del-lets-go">
        <source>`del` removes a reference; an object is freed only when nothing else refers to it.</source>
        <label>step in words</label>
        <translation>`del` removes a reference; an object is freed only when nothing else refers to it.</translation>
    </message>
    <message id="imported">
        <source>`import` binds `{name}`; a module&apos;s code runs only on its first import.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`import` binds `{name}`; a module&apos;s code runs only on its first import.</translation>
    </message>
    <message id="imported-lazily">
        <source>`{name}` is imported lazily: a module&apos;s code does not run before the name is used.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`{name}` is imported lazily: a module&apos;s code does not run before the name is used.</translation>
    </message>
    <message id="all-imported">
        <source>`import *` binds all public names of `{name}`; a module&apos;s code runs only on its first import.</source>
        <extracomment>{name}: the name of a module</extracomment>
        <label>step in words</label>
        <translation>`import *` binds all public names of `{name}`; a module&apos;s code runs only on its first import.</translation>
    </message>
    <message id="future-imported">
        <source>This switches on a language feature for the whole file.</source>
        <label>step in words</label>
        <translation>This switches on a language feature for the whole file.</translation>
    </message>
    <message id="jump-waits">
        <source>`{code}` waits until `finally` has run.</source>
        <extracomment>{code}: the word return, break or continue</extracomment>
        <label>step in words</label>
        <translation>`{code}` waits until `finally` has run.</translation>
    </message>
    <message id="jump-waits-for-with">
        <source>`{code}` waits until the `with` block has been closed.</source>
        <extracomment>{code}: the word return, break or continue</extracomment>
        <label>step in words</label>
        <translation>`{code}` waits until the `with` block has been closed.</translation>
    </message>
    <message id="assert-holds">
        <source>`{code}` is true: the `assert` passes.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is true: the `assert` passes.</translation>
    </message>
    <message id="assert-fails">
        <source>`{code}` is false: the `assert` fails.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is false: the `assert` fails.</translation>
    </message>
    <message id="assert-holds-value">
        <source>`{code}` is {value}, which Python counts as true: the `assert` passes.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as true: the `assert` passes.</translation>
    </message>
    <message id="assert-fails-value">
        <source>`{code}` is {value}, which Python counts as false: the `assert` fails.</source>
        <label>step in words</label>
        <translation>`{code}` is {value}, which Python counts as false: the `assert` fails.</translation>
    </message>
    <message id="raise-ran">
        <source>`raise` raised an exception.</source>
        <label>step in words</label>
        <translation>`raise` raised an exception.</translation>
    </message>
    <message id="raise-again">
        <source>`raise` raises again the exception that is being handled.</source>
        <label>step in words</label>
        <translation>`raise` raises again the exception that is being handled.</translation>
    </message>
    <message id="pass-ran">
        <source>`pass` does nothing.</source>
        <label>step in words</label>
        <translation>`pass` does nothing.</translation>
    </message>
    <message id="break-ran">
        <source>`break` ends the loop.</source>
        <label>step in words</label>
        <translation>`break` ends the loop.</translation>
    </message>
    <message id="continue-ran">
        <source>`continue` skips to the next iteration of the loop.</source>
        <label>step in words</label>
        <translation>`continue` skips to the next iteration of the loop.</translation>
    </message>
    <message id="scope-said">
        <source>This declares which scope `{name}` belongs to; nothing runs.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>This declares which scope `{name}` belongs to; nothing runs.</translation>
    </message>
    <message id="type-named">
        <source>`type` defines the type alias `{name}`; its value is evaluated only when it is needed.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>step in words</label>
        <translation>`type` defines the type alias `{name}`; its value is evaluated only when it is needed.</translation>
    </message>
    <message id="value-known">
        <source>`{code}` is {value}; the result is not stored.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` is {value}; the result is not stored.</translation>
    </message>
    <message id="call-through">
        <source>The call to `{code}` has finished; its result is not stored.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The call to `{code}` has finished; its result is not stored.</translation>
    </message>
    <message id="call-ended">
        <source>The call to `{code}` has finished.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>The call to `{code}` has finished.</translation>
    </message>
    <message id="generator-dropped">
        <source>Calling `{code}` made a generator, and nothing keeps it: its body does not run.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>Calling `{code}` made a generator, and nothing keeps it: its body does not run.</translation>
    </message>
    <message id="coroutine-dropped">
        <source>Calling `{code}` made a coroutine, and nothing awaits it: its body does not run.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>Calling `{code}` made a coroutine, and nothing awaits it: its body does not run.</translation>
    </message>
    <message id="written-to-file">
        <source>{value} was written to `{code}`.</source>
        <extracomment>{code}: Python code; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>{value} was written to `{code}`.</translation>
    </message>
    <message id="await-through">
        <source>`{code}` has been awaited.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` has been awaited.</translation>
    </message>
    <message id="yield-through">
        <source>The generator has been resumed.</source>
        <label>step in words</label>
        <translation>The generator has been resumed.</translation>
    </message>
    <message id="asks-for-next-item">
        <source>The generator expression asks for its next item.</source>
        <label>step in words</label>
        <translation>The generator expression asks for its next item.</translation>
    </message>
    <message id="value-unused">
        <source>`{code}` was evaluated; its result is not stored.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>step in words</label>
        <translation>`{code}` was evaluated; its result is not stored.</translation>
    </message>
    <message id="value-alone">
        <source>A value on its own does nothing.</source>
        <label>step in words</label>
        <translation>A value on its own does nothing.</translation>
    </message>
    <message id="docstring-set">
        <source>The string at the very beginning becomes the docstring, `__doc__`.</source>
        <label>step in words</label>
        <translation>The string at the very beginning becomes the docstring, `__doc__`.</translation>
    </message>
    <message id="called">
        <source>`{function}` is called: it gets its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}` is called: it gets its own frame.</translation>
    </message>
    <message id="finalized">
        <source>The last reference to {value} is gone: Python calls `{function}`, which gets its own frame.</source>
        <extracomment>{value}: an object, as in Node &apos;a&apos;; {function}: a method, such as __del__</extracomment>
        <label>step in words</label>
        <translation>The last reference to {value} is gone: Python calls `{function}`, which gets its own frame.</translation>
    </message>
    <message id="finalized-cycle">
        <source>The garbage collector found the reference cycle of {value}: it calls `{function}`, which gets its own frame.</source>
        <extracomment>{value}: an object, as in Node &apos;a&apos;; {function}: a method, such as __del__</extracomment>
        <label>step in words</label>
        <translation>The garbage collector found the reference cycle of {value}: it calls `{function}`, which gets its own frame.</translation>
    </message>
    <message id="type-parameters-begin">
        <source>`{function}` has type parameters: Python makes them in a frame of their own.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}` has type parameters: Python makes them in a frame of their own.</translation>
    </message>
    <message id="type-parameters-next">
        <source>Next, Python makes the type parameters, and then `{function}` itself.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>Next, Python makes the type parameters, and then `{function}` itself.</translation>
    </message>
    <message id="type-parameters-end">
        <source>Python has made `{function}` with its type parameters.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>Python has made `{function}` with its type parameters.</translation>
    </message>
    <message id="thread-begins">
        <source>Thread {thread} begins to run code of the program.</source>
        <extracomment>{thread}: a thread&apos;s name</extracomment>
        <label>step in words</label>
        <translation>Thread {thread} begins to run code of the program.</translation>
    </message>
    <message id="generator-begins">
        <source>The body of generator `{function}` begins to run, in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>The body of generator `{function}` begins to run, in its own frame.</translation>
    </message>
    <message id="coroutine-begins">
        <source>The body of coroutine `{function}` begins to run, in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>The body of coroutine `{function}` begins to run, in its own frame.</translation>
    </message>
    <message id="generator-made">
        <source>A generator was made; its body has not begun to run.</source>
        <label>step in words</label>
        <translation>A generator was made; its body has not begun to run.</translation>
    </message>
    <message id="coroutine-made">
        <source>A coroutine was made; its body has not begun to run.</source>
        <label>step in words</label>
        <translation>A coroutine was made; its body has not begun to run.</translation>
    </message>
    <message id="class-body-begins">
        <source>The body of class `{function}` runs in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>The body of class `{function}` runs in its own frame.</translation>
    </message>
    <message id="module-begins">
        <source>`{function}` starts running in its own frame.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}` starts running in its own frame.</translation>
    </message>
    <message id="module-ends">
        <source>`{function}` has run to its end.</source>
        <extracomment>{function}: the name of a file</extracomment>
        <label>step in words</label>
        <translation>`{function}` has run to its end.</translation>
    </message>
    <message id="returned">
        <source>`{function}` returns {value}.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{function}` returns {value}.</translation>
    </message>
    <message id="yielded">
        <source>`{function}` yields {value} and is paused at line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {value}: a value as Python writes it; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}` yields {value} and is paused at line {line}.</translation>
    </message>
    <message id="waits-at">
        <source>`{function}` waits at line {line} and is paused; other coroutines may run meanwhile.</source>
        <extracomment>{function}: the name of a function; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}` waits at line {line} and is paused; other coroutines may run meanwhile.</translation>
    </message>
    <message id="resumed">
        <source>`{function}` resumes at line {line}.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{function}` resumes at line {line}.</translation>
    </message>
    <message id="resumed-to-close">
        <source>Nothing refers to the generator any more: `{function}` resumes at line {line} to be closed.</source>
        <extracomment>{function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>Nothing refers to the generator any more: `{function}` resumes at line {line} to be closed.</translation>
    </message>
    <message id="wait-ended">
        <source>The wait on line {line} has ended: its result is {value}.</source>
        <extracomment>{line}: a line number; {value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>The wait on line {line} has ended: its result is {value}.</translation>
    </message>
    <message id="wait-ended-loop">
        <source>{value} says that there are no more items for the loop on line {line}.</source>
        <extracomment>{value}: the exception&apos;s class; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{value} says that there are no more items for the loop on line {line}.</translation>
    </message>
    <message id="raised-exception">
        <source>`{value}` is raised in `{function}`, line {line}.</source>
        <extracomment>{value}: a value as Python writes it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{value}` is raised in `{function}`, line {line}.</translation>
    </message>
    <message id="call-raised">
        <source>`{code}` raises `{value}` in `{function}`, line {line}.</source>
        <extracomment>{code}: the part of a line that called a library; {value}: the exception as Python prints it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{code}` raises `{value}` in `{function}`, line {line}.</translation>
    </message>
    <message id="index-outside" numerus="yes">
        <source>`{code}` asks for index {index}, but `{holder}` has %n items, and indexes start at 0.</source>
        <extracomment>{code}: an expression such as names[i]; {index}: its index; {holder}: names</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{code}` asks for index {index}, but `{holder}` has %n item, and indexes start at 0.</numerusform>
            <numerusform>`{code}` asks for index {index}, but `{holder}` has %n items, and indexes start at 0.</numerusform>
        </translation>
    </message>
    <message id="index-of-empty">
        <source>`{code}` asks for index {index}, but `{holder}` is empty.</source>
        <extracomment>{code}: an expression such as names[i]; {index}: its index; {holder}: names</extracomment>
        <label>step in words</label>
        <translation>`{code}` asks for index {index}, but `{holder}` is empty.</translation>
    </message>
    <message id="key-missing">
        <source>`{holder}` has no key {value}.</source>
        <extracomment>{holder}: an expression for a dict; {value}: a key as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{holder}` has no key {value}.</translation>
    </message>
    <message id="hides-builtin">
        <source>`{name}` is a name of the program here: it refers to {what} and hides the built-in `{name}`.</source>
        <extracomment>{name}: a name such as list; {what}: an object</extracomment>
        <label>step in words</label>
        <translation>`{name}` is a name of the program here: it refers to {what} and hides the built-in `{name}`.</translation>
    </message>
    <message id="name-hides-builtin">
        <source>`{name}` now hides the built-in `{name}`.</source>
        <extracomment>{name}: a name of the program that is also a built-in, such as list</extracomment>
        <label>step in words</label>
        <translation>`{name}` now hides the built-in `{name}`.</translation>
    </message>
    <message id="part-is">
        <source>`{code}` is {what}.</source>
        <extracomment>{code}: a part of the line; {what}: an object such as int 0, or None</extracomment>
        <label>step in words</label>
        <translation>`{code}` is {what}.</translation>
    </message>
    <message id="part-fails">
        <source>The error comes from `{code}`.</source>
        <extracomment>{code}: a part of the line</extracomment>
        <label>step in words</label>
        <translation>The error comes from `{code}`.</translation>
    </message>
    <message id="calls-running" numerus="yes">
        <source>%n calls of `{function}` have begun and not yet ended.</source>
        <extracomment>{function}: a function</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>%n call of `{function}` has begun and not yet ended.</numerusform>
            <numerusform>%n calls of `{function}` have begun and not yet ended.</numerusform>
        </translation>
    </message>
    <message id="unpacks" numerus="yes">
        <source>`{target}` takes {targets} values, but `{code}` has %n.</source>
        <extracomment>{target}: names such as a, b; {targets}: their number; {code}: an expression</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{target}` takes {targets} values, but `{code}` has %n.</numerusform>
            <numerusform>`{target}` takes {targets} values, but `{code}` has %n.</numerusform>
        </translation>
    </message>
    <message id="unpacks-item" numerus="yes">
        <source>`{target}` takes %n values, but this item of `{code}` is {what}.</source>
        <extracomment>{target}: names such as a, b; {code}: what a loop goes over; {what}: an object</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>`{target}` takes %n value, but this item of `{code}` is {what}.</numerusform>
            <numerusform>`{target}` takes %n values, but this item of `{code}` is {what}.</numerusform>
        </translation>
    </message>
    <message id="defined-as">
        <source>The function is defined as `{code}`.</source>
        <extracomment>{code}: a function with its parameters</extracomment>
        <label>step in words</label>
        <translation>The function is defined as `{code}`.</translation>
    </message>
    <message id="passes-object">
        <source>The call also passes the object itself, as the first argument.</source>
        <label>step in words</label>
        <translation>The call also passes the object itself, as the first argument.</translation>
    </message>
    <message id="name-alike">
        <source>A similar name exists: `{name}`.</source>
        <extracomment>{name}: a name</extracomment>
        <label>step in words</label>
        <translation>A similar name exists: `{name}`.</translation>
    </message>
    <message id="passes-no-object">
        <source>`{code}` is the class, not an object of it, so the call passes no object as the first argument.</source>
        <extracomment>{code}: an expression for a class</extracomment>
        <label>step in words</label>
        <translation>`{code}` is the class, not an object of it, so the call passes no object as the first argument.</translation>
    </message>
    <message id="attributes-only">
        <source>`{code}` itself has only these attributes: `{names}`.</source>
        <extracomment>{code}: an expression for an object; {names}: names of attributes</extracomment>
        <label>step in words</label>
        <translation>`{code}` itself has only these attributes: `{names}`.</translation>
    </message>
    <message id="attributes-none">
        <source>`{code}` itself has no attributes.</source>
        <extracomment>{code}: an expression for an object</extracomment>
        <label>step in words</label>
        <translation>`{code}` itself has no attributes.</translation>
    </message>
    <message id="class-without-init">
        <source>Class `{name}` has no `__init__` that takes arguments.</source>
        <extracomment>{name}: the name of a class</extracomment>
        <label>step in words</label>
        <translation>Class `{name}` has no `__init__` that takes arguments.</translation>
    </message>
    <message id="values-exhausted">
        <source>`{code}` has no more values.</source>
        <extracomment>{code}: an expression for an iterator</extracomment>
        <label>step in words</label>
        <translation>`{code}` has no more values.</translation>
    </message>
    <message id="operand-types">
        <source>`{left}` is of type {one}, `{right}` of type {other}.</source>
        <extracomment>{left}, {right}: operands; {one}, {other}: types such as int</extracomment>
        <label>step in words</label>
        <translation>`{left}` is of type {one}, `{right}` of type {other}.</translation>
    </message>
    <message id="name-is-local">
        <source>Line {line} binds `{name}`, so `{name}` is local to `{function}`; here it has no value.</source>
        <extracomment>{line}: a line number; {name}: a name; {function}: the function with that line</extracomment>
        <label>step in words</label>
        <translation>Line {line} binds `{name}`, so `{name}` is local to `{function}`; here it has no value.</translation>
    </message>
    <message id="name-of-except">
        <source>`{name}` exists only in the block of `except` on line {line}, which removes it at its end.</source>
        <extracomment>{name}: a name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{name}` exists only in the block of `except` on line {line}, which removes it at its end.</translation>
    </message>
    <message id="name-without-value">
        <source>Line {line} binds `{name}`, but here `{name}` has no value.</source>
        <extracomment>{line}: a line number; {name}: a name</extracomment>
        <label>step in words</label>
        <translation>Line {line} binds `{name}`, but here `{name}` has no value.</translation>
    </message>
    <message id="passing-exception">
        <source>`{value}` passes through `{function}`, line {line}.</source>
        <extracomment>{value}: a value as Python writes it; {function}: a function&apos;s name; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>`{value}` passes through `{function}`, line {line}.</translation>
    </message>
    <message id="exit-with-code">
        <source>SystemExit ends the program with exit code {code}.</source>
        <label>step in words</label>
        <translation>SystemExit ends the program with exit code {code}.</translation>
    </message>
    <message id="exit-with-message">
        <source>SystemExit ends the program: it writes `{text}` to standard error, and the exit code is 1.</source>
        <label>step in words</label>
        <translation>SystemExit ends the program: it writes `{text}` to standard error, and the exit code is 1.</translation>
    </message>
    <message id="finished">
        <source>The program has finished.</source>
        <label>step in words</label>
        <translation>The program has finished.</translation>
    </message>
    <message id="finished-alone">
        <source>The main thread has finished; other threads go on.</source>
        <label>step in words</label>
        <translation>The main thread has finished; other threads go on.</translation>
    </message>
    <message id="uncaught">
        <source>`{value}` was not caught, so the program stops.</source>
        <extracomment>{value}: a value as Python writes it</extracomment>
        <label>step in words</label>
        <translation>`{value}` was not caught, so the program stops.</translation>
    </message>
    <message id="frame-gone">
        <source>The frame of `{function}` is gone, along with its names.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>The frame of `{function}` is gone, along with its names.</translation>
    </message>
    <message id="frame-gone-thread">
        <source>In thread {thread}, the frame of `{function}` is gone, along with its names.</source>
        <extracomment>{thread}: a thread&apos;s name; {function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>In thread {thread}, the frame of `{function}` is gone, along with its names.</translation>
    </message>
    <message id="frame-gone-earlier">
        <source>The earlier call of `{function}` has ended: its frame is gone, along with its names.</source>
        <label>step in words</label>
        <translation>The earlier call of `{function}` has ended: its frame is gone, along with its names.</translation>
    </message>
    <message id="frame-gone-inner">
        <source>The inner call of `{function}` has ended: its frame is gone, along with its names.</source>
        <label>step in words</label>
        <translation>The inner call of `{function}` has ended: its frame is gone, along with its names.</translation>
    </message>
    <message id="frame-kept">
        <source>`{function}` has ended; the traceback of an exception keeps its frame and its names.</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>step in words</label>
        <translation>`{function}` has ended; the traceback of an exception keeps its frame and its names.</translation>
    </message>
    <message id="frame-paused">
        <source>The frame of `{function}` is paused and keeps its names ({value}).</source>
        <extracomment>{function}: a function&apos;s name; {value}: a generator or coroutine, as in generator #3</extracomment>
        <label>step in words</label>
        <translation>The frame of `{function}` is paused and keeps its names ({value}).</translation>
    </message>
    <message id="frame-leaves">
        <source>The frame of `{function}` left the stack while paused; it keeps its names until it is freed.</source>
        <extracomment>{function}: the name of a function</extracomment>
        <label>step in words</label>
        <translation>The frame of `{function}` left the stack while paused; it keeps its names until it is freed.</translation>
    </message>
    <message id="name-new">
        <source>New name `{name}` in {scope} refers to {new}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>New name `{name}` in {scope} refers to {new}.</translation>
    </message>
    <message id="name-new-shared">
        <source>New name `{name}` in {scope} refers to {new}, an existing object.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>New name `{name}` in {scope} refers to {new}, an existing object.</translation>
    </message>
    <message id="name-now-refers">
        <source>Name `{name}` in {scope} now refers to {new} (was {old}).</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>Name `{name}` in {scope} now refers to {new} (was {old}).</translation>
    </message>
    <message id="name-now-refers-shared">
        <source>Name `{name}` in {scope} now refers to {new}, an existing object (was {old}).</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>Name `{name}` in {scope} now refers to {new}, an existing object (was {old}).</translation>
    </message>
    <message id="name-refers-another">
        <source>Name `{name}` in {scope} now refers to another {new}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {new}: the object or number now, which looks like the one before</extracomment>
        <label>step in words</label>
        <translation>Name `{name}` in {scope} now refers to another {new}.</translation>
    </message>
    <message id="name-deleted">
        <source>Name `{name}` in {scope} is gone; it referred to {old}.</source>
        <extracomment>{name}: a name, as the program or the file has it; {scope}: where the name lives: a module or a function; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>Name `{name}` in {scope} is gone; it referred to {old}.</translation>
    </message>
    <message id="name-of-except-gone">
        <source>Name `{name}` in {scope} is gone: `except` removes its name at the end of the block.</source>
        <extracomment>{name}: a name; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>Name `{name}` in {scope} is gone: `except` removes its name at the end of the block.</translation>
    </message>
    <message id="result-begun">
        <source>The comprehension is building {what}.</source>
        <extracomment>{what}: the list, set or dict of a comprehension, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>The comprehension is building {what}.</translation>
    </message>
    <message id="result-done">
        <source>The comprehension is over; it has built {what}.</source>
        <extracomment>{what}: the list, set or dict of a comprehension, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>The comprehension is over; it has built {what}.</translation>
    </message>
    <message id="result-given-up">
        <source>The exception ends the comprehension, which was building {what}.</source>
        <extracomment>{what}: the list, set or dict of a comprehension, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>The exception ends the comprehension, which was building {what}.</translation>
    </message>
    <message id="items-begun">
        <source>The items of the generator expression are collected in {what}.</source>
        <extracomment>{what}: a list or set, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>The items of the generator expression are collected in {what}.</translation>
    </message>
    <message id="items-done">
        <source>The generator expression is over; its items were collected in {what}.</source>
        <extracomment>{what}: a list or set, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>The generator expression is over; its items were collected in {what}.</translation>
    </message>
    <message id="items-given-up">
        <source>The exception ends the generator expression, whose items were collected in {what}.</source>
        <extracomment>{what}: a list or set, as in list [1, 4]</extracomment>
        <label>step in words</label>
        <translation>The exception ends the generator expression, whose items were collected in {what}.</translation>
    </message>
    <message id="slot-new">
        <source>`{slot}` of {holder} refers to {new}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>`{slot}` of {holder} refers to {new}.</translation>
    </message>
    <message id="slot-now-refers">
        <source>`{slot}` of {holder} now refers to {new} (was {old}).</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>`{slot}` of {holder} now refers to {new} (was {old}).</translation>
    </message>
    <message id="slot-refers-another">
        <source>`{slot}` of {holder} now refers to another {new}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {new}: the object or number now, which looks like the one before</extracomment>
        <label>step in words</label>
        <translation>`{slot}` of {holder} now refers to another {new}.</translation>
    </message>
    <message id="slot-gone">
        <source>`{slot}` of {holder} is gone; it referred to {old}.</source>
        <extracomment>{slot}: the place in it, as in [0] or .next; {holder}: what refers to it, as in list #3; {old}: the object or number before</extracomment>
        <label>step in words</label>
        <translation>`{slot}` of {holder} is gone; it referred to {old}.</translation>
    </message>
    <message id="items-new">
        <source>{holder} has new items at `{slot}`: {new}.</source>
        <label>step in words</label>
        <translation>{holder} has new items at `{slot}`: {new}.</translation>
    </message>
    <message id="items-gone">
        <source>The items at `{slot}` of {holder} are gone: {old}.</source>
        <label>step in words</label>
        <translation>The items at `{slot}` of {holder} are gone: {old}.</translation>
    </message>
    <message id="items-replaced">
        <source>The items at `{slot}` of {holder} were replaced: {old} → {new}.</source>
        <label>step in words</label>
        <translation>The items at `{slot}` of {holder} were replaced: {old} → {new}.</translation>
    </message>
    <message id="items-moved-up" numerus="yes">
        <source>%n items after it moved up to fill the gap.</source>
        <label>step in words</label>
        <translation>
            <numerusform>%n item after it moved up to fill the gap.</numerusform>
            <numerusform>%n items after it moved up to fill the gap.</numerusform>
        </translation>
    </message>
    <message id="items-moved-back" numerus="yes">
        <source>%n items after it moved back to make room.</source>
        <label>step in words</label>
        <translation>
            <numerusform>%n item after it moved back to make room.</numerusform>
            <numerusform>%n items after it moved back to make room.</numerusform>
        </translation>
    </message>
    <message id="loop-skips">
        <source>If the loop goes on, it continues at `{slot}` and skips {what}.</source>
        <extracomment>{slot}: a place such as [1]; {what}: objects that have moved to earlier places</extracomment>
        <label>step in words</label>
        <translation>If the loop goes on, it continues at `{slot}` and skips {what}.</translation>
    </message>
    <message id="item-in-set">
        <source>{holder} now contains {what}.</source>
        <extracomment>{holder}: a set, as in set #3; {what}: an object, as in int 3</extracomment>
        <label>step in words</label>
        <translation>{holder} now contains {what}.</translation>
    </message>
    <message id="item-not-in-set">
        <source>{holder} no longer contains {what}.</source>
        <extracomment>{holder}: a set, as in set #3; {what}: an object, as in int 3</extracomment>
        <label>step in words</label>
        <translation>{holder} no longer contains {what}.</translation>
    </message>
    <message id="set-has-it">
        <source>{holder} has that value already: nothing changed.</source>
        <label>step in words</label>
        <translation>{holder} has that value already: nothing changed.</translation>
    </message>
    <message id="set-has-it-not">
        <source>{holder} does not have that value: nothing changed.</source>
        <label>step in words</label>
        <translation>{holder} does not have that value: nothing changed.</translation>
    </message>
    <message id="value-stays">
        <source>Objects of type {kind} never change: `{code}` is still {what}.</source>
        <extracomment>{kind}: a type, such as str; {code}: code of the program that has this value; {what}: the value</extracomment>
        <label>step in words</label>
        <translation>Objects of type {kind} never change: `{code}` is still {what}.</translation>
    </message>
    <message id="holder-stays">
        <source>The call left {holder} as it was.</source>
        <extracomment>{holder}: a container and how the program reaches it</extracomment>
        <label>step in words</label>
        <translation>The call left {holder} as it was.</translation>
    </message>
    <message id="list-sorts" numerus="yes">
        <source>`sort` keeps the list empty while it runs: %n items will be back at the end, in order.</source>
        <label>step in words</label>
        <translation>
            <numerusform>`sort` keeps the list empty while it runs: %n item will be back at the end.</numerusform>
            <numerusform>`sort` keeps the list empty while it runs: %n items will be back at the end, in order.</numerusform>
        </translation>
    </message>
    <message id="list-sorted">
        <source>{holder} is now sorted: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} is now sorted: `{now}`.</translation>
    </message>
    <message id="list-sorted-with">
        <source>{holder} is now sorted (`{code}`): `{now}`.</source>
        <extracomment>{code}: the arguments of sort, such as key=len, reverse=True</extracomment>
        <label>step in words</label>
        <translation>{holder} is now sorted (`{code}`): `{now}`.</translation>
    </message>
    <message id="list-reversed">
        <source>{holder} is now reversed: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} is now reversed: `{now}`.</translation>
    </message>
    <message id="change-shows-in">
        <source>The change also shows in {names}: the same {kind}.</source>
        <extracomment>{names}: expressions of the program for the object</extracomment>
        <label>step in words</label>
        <translation>The change also shows in {names}: the same {kind}.</translation>
    </message>
    <message id="items-are-same" numerus="yes">
        <source>The %n items of {holder} are one and the same {kind}.</source>
        <extracomment>{holder}: a list; {kind}: the type of its items</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>The %n item of {holder} is a {kind}.</numerusform>
            <numerusform>The %n items of {holder} are one and the same {kind}.</numerusform>
        </translation>
    </message>
    <message id="values-are-same" numerus="yes">
        <source>The %n values of {holder} are one and the same {kind}.</source>
        <extracomment>{holder}: a dict; {kind}: the type of its values</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>The %n value of {holder} is a {kind}.</numerusform>
            <numerusform>The %n values of {holder} are one and the same {kind}.</numerusform>
        </translation>
    </message>
    <message id="dict-reordered">
        <source>{holder} has its entries in another order: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} has its entries in another order: `{now}`.</translation>
    </message>
    <message id="deque-rotated">
        <source>{holder} is now rotated: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} is now rotated: `{now}`.</translation>
    </message>
    <message id="value-now">
        <source>{holder} is now `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} is now `{now}`.</translation>
    </message>
    <message id="list-shuffled">
        <source>{holder} is now shuffled: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} is now shuffled: `{now}`.</translation>
    </message>
    <message id="list-heapified">
        <source>{holder} is now in heap order, the smallest item first: `{now}`.</source>
        <label>step in words</label>
        <translation>{holder} is now in heap order, the smallest item first: `{now}`.</translation>
    </message>
    <message id="heap-pushed">
        <source>{new} came into {holder}, which is in heap order again: `{now}`.</source>
        <label>step in words</label>
        <translation>{new} came into {holder}, which is in heap order again: `{now}`.</translation>
    </message>
    <message id="heap-popped">
        <source>{old} left {holder}, which is in heap order again: `{now}`.</source>
        <label>step in words</label>
        <translation>{old} left {holder}, which is in heap order again: `{now}`.</translation>
    </message>
    <message id="heap-replaced">
        <source>{old} left {holder} and {new} came in; it is in heap order again: `{now}`.</source>
        <label>step in words</label>
        <translation>{old} left {holder} and {new} came in; it is in heap order again: `{now}`.</translation>
    </message>
    <message id="array-made">
        <source>{what} got an array with {now} places.</source>
        <extracomment>{what}: an object, as in list #3; {now}: how many items it has places for</extracomment>
        <label>step in words</label>
        <translation>{what} got an array with {now} places.</translation>
    </message>
    <message id="array-grew">
        <source>{what} grew its array from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} grew its array from {old} to {now} places, in place.</translation>
    </message>
    <message id="array-grew-moved">
        <source>{what} grew its array from {old} to {now} places; the array moved.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} grew its array from {old} to {now} places; the array moved.</translation>
    </message>
    <message id="array-shrank">
        <source>{what} shrank its array from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} shrank its array from {old} to {now} places, in place.</translation>
    </message>
    <message id="array-shrank-moved">
        <source>{what} shrank its array from {old} to {now} places; the array moved.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} shrank its array from {old} to {now} places; the array moved.</translation>
    </message>
    <message id="array-moved">
        <source>{what} has another array, with {now} places too.</source>
        <extracomment>{what}: an object, as in list #3; {now}: how many items it has places for</extracomment>
        <label>step in words</label>
        <translation>{what} has another array, with {now} places too.</translation>
    </message>
    <message id="table-made">
        <source>{what} got a table for {now} entries.</source>
        <extracomment>{what}: an object, as in dict #3; {now}: how many entries fit</extracomment>
        <label>step in words</label>
        <translation>{what} got a table for {now} entries.</translation>
    </message>
    <message id="table-grew">
        <source>{what} grew its table from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} grew its table from {old} to {now} places, in place.</translation>
    </message>
    <message id="table-grew-moved">
        <source>{what} grew its table from {old} to {now} places: the entries were copied into a new one.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} grew its table from {old} to {now} places: the entries were copied into a new one.</translation>
    </message>
    <message id="table-shrank">
        <source>{what} shrank its table from {old} to {now} places, in place.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} shrank its table from {old} to {now} places, in place.</translation>
    </message>
    <message id="table-shrank-moved">
        <source>{what} shrank its table from {old} to {now} places: the entries were copied into a new one.</source>
        <extracomment>{what}: an object, as in list #3; {old}, {now}: how many items it has places for, before and now</extracomment>
        <label>step in words</label>
        <translation>{what} shrank its table from {old} to {now} places: the entries were copied into a new one.</translation>
    </message>
    <message id="table-moved">
        <source>{what} has another table, with {now} places too.</source>
        <extracomment>{what}: an object, as in dict #3; {now}: how many entries fit</extracomment>
        <label>step in words</label>
        <translation>{what} has another table, with {now} places too.</translation>
    </message>
    <message id="block-used-again">
        <source>{what} reuses the memory that {was} had.</source>
        <extracomment>{what}: the new object, as in list #7; {was}: the one that was freed, as in list #4</extracomment>
        <label>step in words</label>
        <translation>{what} reuses the memory that {was} had.</translation>
    </message>
    <message id="text-in-place">
        <source>The text of `{name}` grew in place, from {old} to {now} bytes: nothing was copied.</source>
        <extracomment>{name}: a variable; {old}, {now}: bytes</extracomment>
        <label>step in words</label>
        <translation>The text of `{name}` grew in place, from {old} to {now} bytes: nothing was copied.</translation>
    </message>
    <message id="text-copied">
        <source>The text of `{name}` was copied into a new block, from {old} to {now} bytes.</source>
        <extracomment>{name}: a variable; {old}, {now}: bytes</extracomment>
        <label>step in words</label>
        <translation>The text of `{name}` was copied into a new block, from {old} to {now} bytes.</translation>
    </message>
    <message id="iterator-counted">
        <source>{holder} advances: the next value is {value}.</source>
        <extracomment>{holder}: the iterator of a range; {value}: a number</extracomment>
        <label>picture</label>
        <translation>{holder} advances: the next value is {value}.</translation>
    </message>
    <message id="enumerate-moved">
        <source>The counter of {holder} is now {index}.</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {index}: a number</extracomment>
        <label>step in words</label>
        <translation>The counter of {holder} is now {index}.</translation>
    </message>
    <message id="iterator-moved">
        <source>{holder} advances in {over}: next is [{index}].</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {over}: what it walks, as in list `xs`; {index}: a position, from 0 on</extracomment>
        <label>step in words</label>
        <translation>{holder} advances in {over}: next is [{index}].</translation>
    </message>
    <message id="iterator-moved-in">
        <source>{holder} advances in {over}.</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {over}: what it walks, as in list `xs`</extracomment>
        <label>step in words</label>
        <translation>{holder} advances in {over}.</translation>
    </message>
    <message id="iterator-at-end">
        <source>{holder} is at the end of {over}: no items are left.</source>
        <extracomment>{holder}: an iterator, as in list_iterator #3; {over}: what it walks, as in list `xs`</extracomment>
        <label>step in words</label>
        <translation>{holder} is at the end of {over}: no items are left.</translation>
    </message>
    <message id="object-new">
        <source>{what} is new on the heap.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is new on the heap.</translation>
    </message>
    <message id="object-seen">
        <source>{what} appears here for the first time.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} appears here for the first time.</translation>
    </message>
    <message id="constant-seen">
        <source>{what} is a constant: it was created when the code was compiled.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is a constant: it was created when the code was compiled.</translation>
    </message>
    <message id="immortal-seen">
        <source>{what} already exists; Python reuses it (it is never freed).</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} already exists; Python reuses it (it is never freed).</translation>
    </message>
    <message id="count-changed">
        <source>Reference count of {what}: {old} → {new}.</source>
        <extracomment>{what}: an object, as in list #3; {old}: the object or number before; {new}: the object or number now</extracomment>
        <label>step in words</label>
        <translation>Reference count of {what}: {old} → {new}.</translation>
    </message>
    <message id="became-immortal">
        <source>{what} is immortal from now on: its references are not counted.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is immortal from now on: its references are not counted.</translation>
    </message>
    <message id="no-count">
        <source>No reference count changes: the objects this line used are immortal.</source>
        <label>step in words</label>
        <translation>No reference count changes: the objects this line used are immortal.</translation>
    </message>
    <message id="freed">
        <source>{what} is freed: nothing refers to it any more.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: nothing refers to it any more.</translation>
    </message>
    <message id="freed-by-rebound">
        <source>{what} is freed: the last reference was `{where}` in {scope}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: the last reference was `{where}` in {scope}.</translation>
    </message>
    <message id="freed-by-deleted">
        <source>{what} is freed: the last reference was `{where}` in {scope}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: the last reference was `{where}` in {scope}.</translation>
    </message>
    <message id="freed-by-frame-ended">
        <source>{what} is freed: the last reference, `{where}`, ended with the frame of `{scope}`.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: the last reference, `{where}`, ended with the frame of `{scope}`.</translation>
    </message>
    <message id="freed-by-replaced">
        <source>{what} is freed: the last reference was `{where}` of {holder}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: the last reference was `{where}` of {holder}.</translation>
    </message>
    <message id="freed-by-removed">
        <source>{what} is freed: the last reference was `{where}` of {holder}.</source>
        <extracomment>{what}: an object, as in list #3; {where}: a name or a place, as in [0]; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: the last reference was `{where}` of {holder}.</translation>
    </message>
    <message id="freed-by-dropped">
        <source>{what} is freed: {holder} no longer refers to it.</source>
        <extracomment>{what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: {holder} no longer refers to it.</translation>
    </message>
    <message id="freed-by-holder-died">
        <source>{what} is freed with {holder}, which referred to it.</source>
        <extracomment>{what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is freed with {holder}, which referred to it.</translation>
    </message>
    <message id="freed-by-not-kept">
        <source>{what} is freed: `{scope}` returned it, but nothing stored it.</source>
        <extracomment>{what}: an object, as in list #3; {scope}: where the name lives: a module or a function</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: `{scope}` returned it, but nothing stored it.</translation>
    </message>
    <message id="freed-by-collector">
        <source>{what} is freed: the garbage collector found its reference cycle.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{what} is freed: the garbage collector found its reference cycle.</translation>
    </message>
    <message id="unreachable">
        <source>No name reaches {what} any more; only a reference cycle keeps it alive.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>step in words</label>
        <translation>No name reaches {what} any more; only a reference cycle keeps it alive.</translation>
    </message>
    <message id="collected" numerus="yes">
        <source>The garbage collector (generation {generation}) freed %n objects.</source>
        <extracomment>{generation}: 0, 1 or 2</extracomment>
        <label>step in words</label>
        <translation>
            <numerusform>The garbage collector (generation {generation}) freed %n object.</numerusform>
            <numerusform>The garbage collector (generation {generation}) freed %n objects.</numerusform>
        </translation>
    </message>
    <message id="print-to">
        <source>`print` wrote to `{code}`.</source>
        <extracomment>{code}: the file that it wrote to, as the program has it</extracomment>
        <label>step in words</label>
        <translation>`print` wrote to `{code}`.</translation>
    </message>
    <message id="print-nothing">
        <source>`print` wrote nothing to the output of the program.</source>
        <label>step in words</label>
        <translation>`print` wrote nothing to the output of the program.</translation>
    </message>
    <message id="input-read">
        <source>`input` read {what}.</source>
        <extracomment>{what}: a str, as sentences name it</extracomment>
        <label>step in words</label>
        <translation>`input` read {what}.</translation>
    </message>
    <message id="input-read-lines" numerus="yes">
        <source>`input` read %n lines.</source>
        <label>step in words</label>
        <translation>
            <numerusform>`input` read a line.</numerusform>
            <numerusform>`input` read %n lines.</numerusform>
        </translation>
    </message>
    <message id="printed-text">
        <source>It printed: `{text}`</source>
        <extracomment>{text}: what the program printed</extracomment>
        <label>step in words</label>
        <translation>It printed: `{text}`</translation>
    </message>
    <message id="printed-to-errors">
        <source>It wrote to the error output: `{text}`</source>
        <extracomment>{text}: text that the step wrote to sys.stderr</extracomment>
        <label>step in words</label>
        <translation>It wrote to the error output: `{text}`</translation>
    </message>
    <message id="printed-lines" numerus="yes">
        <source>It printed %n empty lines.</source>
        <label>step in words</label>
        <translation>
            <numerusform>It printed an empty line.</numerusform>
            <numerusform>It printed %n empty lines.</numerusform>
        </translation>
    </message>
    <message id="printed-spaces" numerus="yes">
        <source>It printed %n spaces.</source>
        <label>step in words</label>
        <translation>
            <numerusform>It printed %n space.</numerusform>
            <numerusform>It printed %n spaces.</numerusform>
        </translation>
    </message>
    <message id="printed" numerus="yes">
        <source>The program printed %n bytes.</source>
        <label>step in words</label>
        <translation>
            <numerusform>The program printed %n byte.</numerusform>
            <numerusform>The program printed %n bytes.</numerusform>
        </translation>
    </message>
    <message id="and-more" numerus="yes">
        <source>And %n more changes.</source>
        <label>step in words</label>
        <translation>
            <numerusform>And %n more change.</numerusform>
            <numerusform>And %n more changes.</numerusform>
        </translation>
    </message>
    <message id="generator-now-suspended">
        <source>{holder} is now paused at line {line}; it keeps its names.</source>
        <extracomment>{holder}: what refers to it, as in list #3; {line}: a line number</extracomment>
        <label>step in words</label>
        <translation>{holder} is now paused at line {line}; it keeps its names.</translation>
    </message>
    <message id="generator-now-running">
        <source>{holder} is now running.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder} is now running.</translation>
    </message>
    <message id="generator-now-closed">
        <source>{holder} has finished.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder} has finished.</translation>
    </message>
    <message id="generator-now-created">
        <source>{holder} has not started yet.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder} has not started yet.</translation>
    </message>
    <message id="iterator-ended">
        <source>{holder} is exhausted.</source>
        <extracomment>{holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>{holder} is exhausted.</translation>
    </message>
    <message id="locked">
        <source>locked</source>
        <label>picture</label>
        <translation>locked</translation>
    </message>
    <message id="unlocked">
        <source>not locked</source>
        <label>picture</label>
        <translation>not locked</translation>
    </message>
    <message id="locked-by" numerus="yes">
        <source>locked %n times by thread {thread}</source>
        <extracomment>{thread}: a thread</extracomment>
        <label>picture</label>
        <translation>
            <numerusform>locked once by thread {thread}</numerusform>
            <numerusform>locked %n times by thread {thread}</numerusform>
        </translation>
    </message>
    <message id="thread">
        <source>Thread {n}</source>
        <extracomment>{n}: the number of a thread</extracomment>
        <label>picture</label>
        <translation>Thread {n}</translation>
    </message>
    <message id="deadlock" numerus="yes">
        <source>Deadlock: %n threads wait for each other in a cycle; none of them can ever continue.</source>
        <label>step in words</label>
        <translation>
            <numerusform>Deadlock: %n thread waits for itself and can never continue.</numerusform>
            <numerusform>Deadlock: %n threads wait for each other in a cycle; none of them can ever continue.</numerusform>
        </translation>
    </message>
    <message id="waits-for-ever">
        <source>Thread {thread} waits for `{what}`, which thread {holder} holds.</source>
        <extracomment>{thread}: a thread; {what}: an object, as in list #3; {holder}: what refers to it, as in list #3</extracomment>
        <label>step in words</label>
        <translation>Thread {thread} waits for `{what}`, which thread {holder} holds.</translation>
    </message>
    <message id="app.name">
        <source>Visualizer</source>
        <label>app</label>
        <translation>Visualizer</translation>
    </message>
    <message id="lab.run">
        <source>Run</source>
        <label>lab</label>
        <translation>Run</translation>
    </message>
    <message id="lab.cancel">
        <source>Cancel</source>
        <label>lab</label>
        <translation>Cancel</translation>
    </message>
    <message id="lab.cancelling">
        <source>Cancelling</source>
        <label>lab</label>
        <translation>Cancelling</translation>
    </message>
    <message id="lab.progress">
        <source>Run progress</source>
        <label>lab</label>
        <translation>Run progress</translation>
    </message>
    <message id="lab.seconds_left" numerus="yes">
        <source>about %n seconds left</source>
        <label>lab</label>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message id="lab.minutes_left" numerus="yes">
        <source>about %n minutes left</source>
        <label>lab</label>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message id="lab.whole">
        <source>Complete</source>
        <label>lab</label>
        <translation>Complete</translation>
    </message>
    <message id="lab.broken_off">
        <source>Stopped; partial results</source>
        <label>lab</label>
        <translation>Stopped; partial results</translation>
    </message>
    <message id="lab.cut_short">
        <source>Cancelled; partial results</source>
        <label>lab</label>
        <translation>Cancelled; partial results</translation>
    </message>
    <message id="lab.cancelled">
        <source>Cancelled</source>
        <label>lab</label>
        <translation>Cancelled</translation>
    </message>
    <message id="lab.failed">
        <source>The lab stopped before it finished.</source>
        <label>lab</label>
        <translation>The lab stopped before it finished.</translation>
    </message>
    <message id="lab.history">
        <source>History {runs}</source>
        <extracomment>{runs}: how many</extracomment>
        <label>lab</label>
        <translation>History {runs}</translation>
    </message>
    <message id="lab.history_title">
        <source>Earlier runs</source>
        <label>lab</label>
        <translation>Earlier runs</translation>
    </message>
    <message id="lab.history_none">
        <source>No saved runs yet. Each run is saved when it ends.</source>
        <label>lab</label>
        <translation>No saved runs yet. Each run is saved when it ends.</translation>
    </message>
    <message id="lab.history_show">
        <source>Show</source>
        <label>lab</label>
        <translation>Show</translation>
    </message>
    <message id="lab.history_compare">
        <source>Compare with current</source>
        <label>lab</label>
        <translation>Compare with current</translation>
    </message>
    <message id="lab.history_alone">
        <source>Stop comparing</source>
        <label>lab</label>
        <translation>Stop comparing</translation>
    </message>
    <message id="lab.history_forget">
        <source>Delete</source>
        <label>lab</label>
        <translation>Delete</translation>
    </message>
    <message id="lab.history_back">
        <source>Undo delete</source>
        <label>lab</label>
        <translation>Undo delete</translation>
    </message>
    <message id="lab.copy_json">
        <source>Copy JSON</source>
        <label>lab</label>
        <translation>Copy JSON</translation>
    </message>
    <message id="lab.save">
        <source>Save</source>
        <label>lab</label>
        <translation>Save</translation>
    </message>
    <message id="lab.save_csv">
        <source>Table (CSV)</source>
        <label>lab</label>
        <translation>Table (CSV)</translation>
    </message>
    <message id="lab.save_png">
        <source>Picture (PNG)</source>
        <label>lab</label>
        <translation>Picture (PNG)</translation>
    </message>
    <message id="lab.save_svg">
        <source>Picture (SVG)</source>
        <label>lab</label>
        <translation>Picture (SVG)</translation>
    </message>
    <message id="lab.save_hdf">
        <source>All data (HDF5)</source>
        <label>lab</label>
        <translation>All data (HDF5)</translation>
    </message>
    <message id="lab.workload">
        <source>Workload</source>
        <label>lab</label>
        <translation>Workload</translation>
    </message>
    <message id="lab.sleep">
        <source>Sleep</source>
        <label>lab</label>
        <translation>Sleep</translation>
    </message>
    <message id="lab.cpu">
        <source>CPU</source>
        <label>lab</label>
        <translation>CPU</translation>
    </message>
    <message id="lab.io">
        <source>I/O (requests)</source>
        <label>lab</label>
        <translation>I/O (requests)</translation>
    </message>
    <message id="lab.scale">
        <source>Scale</source>
        <label>lab</label>
        <translation>Scale</translation>
    </message>
    <message id="lab.scale_of">
        <source>{waits} per step</source>
        <extracomment>{waits}: a time, as in 0.1 s</extracomment>
        <label>lab</label>
        <translation>{waits} per step</translation>
    </message>
    <message id="lab.scale_request">
        <source>{waits} per request</source>
        <extracomment>{waits}: a time, as in 20 ms</extracomment>
        <label>lab</label>
        <translation>{waits} per request</translation>
    </message>
    <message id="lab.repeats">
        <source>Repeats</source>
        <label>lab</label>
        <translation>Repeats</translation>
    </message>
    <message id="lab.until_narrow">
        <source>until precise</source>
        <label>lab</label>
        <translation>until precise</translation>
    </message>
    <message id="lab.contestants">
        <source>Methods</source>
        <label>lab</label>
        <translation>Methods</translation>
    </message>
    <message id="lab.chosen">
        <source>{chosen} of {there}</source>
        <extracomment>{chosen}, {there}: how many</extracomment>
        <label>lab</label>
        <translation>{chosen} of {there}</translation>
    </message>
    <message id="lab.jobs">
        <source>Jobs</source>
        <label>lab</label>
        <translation>Jobs</translation>
    </message>
    <message id="lab.steps">
        <source>Steps</source>
        <label>lab</label>
        <translation>Steps</translation>
    </message>
    <message id="lab.results">
        <source>Results</source>
        <label>lab</label>
        <translation>Results</translation>
    </message>
    <message id="lab.contestant">
        <source>Method</source>
        <label>lab</label>
        <translation>Method</translation>
    </message>
    <message id="lab.median">
        <source>Median</source>
        <label>lab</label>
        <translation>Median</translation>
    </message>
    <message id="lab.range">
        <source>Range</source>
        <label>lab</label>
        <translation>Range</translation>
    </message>
    <message id="lab.interval">
        <source>95% interval</source>
        <label>lab</label>
        <translation>95% interval</translation>
    </message>
    <message id="lab.published">
        <source>Published</source>
        <label>lab</label>
        <translation>Published</translation>
    </message>
    <message id="lab.published_scaled">
        <source>Published × {scale}</source>
        <extracomment>{scale}: a number</extracomment>
        <label>lab</label>
        <translation>Published × {scale}</translation>
    </message>
    <message id="lab.against">
        <source>Relative speed</source>
        <extracomment>how fast, where the first method is 1</extracomment>
        <label>lab</label>
        <translation>Relative speed</translation>
    </message>
    <message id="lab.earlier">
        <source>Earlier</source>
        <label>lab</label>
        <translation>Earlier</translation>
    </message>
    <message id="lab.baseline">
        <source>baseline</source>
        <label>lab</label>
        <translation>baseline</translation>
    </message>
    <message id="lab.same">
        <source>same</source>
        <label>lab</label>
        <translation>same</translation>
    </message>
    <message id="lab.starting">
        <source>Starting</source>
        <label>lab</label>
        <translation>Starting</translation>
    </message>
    <message id="lab.starting_one">
        <source>{name}: starting</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>{name}: starting</translation>
    </message>
    <message id="lab.doing">
        <source>{name}, repeat {repeat}</source>
        <extracomment>{name}: a contestant; {repeat}: a number</extracomment>
        <label>lab</label>
        <translation>{name}, repeat {repeat}</translation>
    </message>
    <message id="lab.run_line">
        <source>{workload}, {scale}, jobs: {jobs}, steps: {steps}, methods: {methods}, repeats in total: {repeats}</source>
        <extracomment>{workload}: a workload; {scale}: as in 0.1 s per step; the others: how many</extracomment>
        <label>lab</label>
        <translation>{workload}, {scale}, jobs: {jobs}, steps: {steps}, methods: {methods}, repeats in total: {repeats}</translation>
    </message>
    <message id="lab.partial">
        <source>not finished</source>
        <label>lab</label>
        <translation>not finished</translation>
    </message>
    <message id="lab.compared_other">
        <source>The earlier run had other settings or was not finished, so the two cannot be compared directly:</source>
        <extracomment>a description of that run follows</extracomment>
        <label>lab</label>
        <translation>The earlier run had other settings or was not finished, so the two cannot be compared directly:</translation>
    </message>
    <message id="lab.other_runs">
        <source>{lab} is running.</source>
        <extracomment>{lab}: the name of a lab</extracomment>
        <label>lab</label>
        <translation>{lab} is running.</translation>
    </message>
    <message id="lab.one_at_a_time">
        <source>Two labs at once would slow each other down, and the times would be wrong.</source>
        <label>lab</label>
        <translation>Two labs at once would slow each other down, and the times would be wrong.</translation>
    </message>
    <message id="lab.stop_and_run">
        <source>Stop it and run this one</source>
        <label>lab</label>
        <translation>Stop it and run this one</translation>
    </message>
    <message id="lab.nothing_yet">
        <source>Nothing measured yet. Press Run to compare methods on this machine.</source>
        <label>lab</label>
        <translation>Nothing measured yet. Press Run to compare methods on this machine.</translation>
    </message>
    <message id="lab.whiskers_range">
        <source>whiskers show the range</source>
        <extracomment>Follows the note of a plot, after a semicolon</extracomment>
        <label>lab</label>
        <translation>whiskers show the range</translation>
    </message>
    <message id="lab.whiskers_interval">
        <source>whiskers show the 95% interval</source>
        <extracomment>Follows the note of a plot, after a semicolon</extracomment>
        <label>lab</label>
        <translation>whiskers show the 95% interval</translation>
    </message>
    <message id="lab.whiskers_both">
        <source>whiskers show the range, from {least} repeats on the 95% interval</source>
        <extracomment>Follows the note of a plot, after a semicolon; {least}: a number of repeats</extracomment>
        <label>lab</label>
        <translation>whiskers show the range, from {least} repeats on the 95% interval</translation>
    </message>
    <message id="lab.log_axes">
        <source>logarithmic axes</source>
        <extracomment>Follows the note of a plot, after a semicolon</extracomment>
        <label>lab</label>
        <translation>logarithmic axes</translation>
    </message>
    <message id="lab.measuring">
        <source>Nothing measured yet: the run is still in progress.</source>
        <label>lab</label>
        <translation>Nothing measured yet: the run is still in progress.</translation>
    </message>
    <message id="lab.times">
        <source>{times} ×</source>
        <extracomment>{times}: a number</extracomment>
        <label>lab</label>
        <translation>{times} ×</translation>
    </message>
    <message id="verdict.so_far" numerus="yes">
        <source>So far: %n of {all} repeats, counted over all methods.</source>
        <extracomment>{all}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>So far: %n of {all} repeats, counted over all methods.</numerusform>
            <numerusform>So far: %n of {all} repeats, counted over all methods.</numerusform>
        </translation>
    </message>
    <message id="verdict.so_far_most" numerus="yes">
        <source>So far: %n of at most {all} repeats, counted over all methods.</source>
        <extracomment>{all}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>So far: %n of at most {all} repeats, counted over all methods.</numerusform>
            <numerusform>So far: %n of at most {all} repeats, counted over all methods.</numerusform>
        </translation>
    </message>
    <message id="lab.too_few" numerus="yes">
        <source>A comparison needs at least {least} repeats of each; the fewest is %n.</source>
        <extracomment>{least}: a number</extracomment>
        <label>lab</label>
        <translation>
            <numerusform>A comparison needs at least {least} repeats of each; the fewest is %n.</numerusform>
            <numerusform>A comparison needs at least {least} repeats of each; the fewest is %n.</numerusform>
        </translation>
    </message>
    <message id="lab.turns" numerus="yes">
        <source>{name}, observed in a separate run: %n switches between jobs; more than one ran at once {percent}% of the time.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>lab</label>
        <translation>
            <numerusform>{name}, observed in a separate run: %n switch between jobs; more than one ran at once {percent}% of the time.</numerusform>
            <numerusform>{name}, observed in a separate run: %n switches between jobs; more than one ran at once {percent}% of the time.</numerusform>
        </translation>
    </message>
    <message id="lab.watching">
        <source>{name}: observing which job runs when</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>{name}: observing which job runs when</translation>
    </message>
    <message id="lab.bars">
        <source>Time to finish all jobs</source>
        <label>lab</label>
        <translation>Time to finish all jobs</translation>
    </message>
    <message id="tab.program_waits">
        <source>Program · waiting for input</source>
        <label>tab</label>
        <translation>Program · waiting for input</translation>
    </message>
    <message id="tab.program_ended">
        <source>Program · finished</source>
        <label>tab</label>
        <translation>Program · finished</translation>
    </message>
    <message id="tab.lab_runs">
        <source>{lab} · running</source>
        <extracomment>{lab}: the name of a lab</extracomment>
        <label>tab</label>
        <translation>{lab} · running</translation>
    </message>
    <message id="lab.no_rows">
        <source>No results yet</source>
        <label>lab</label>
        <translation>No results yet</translation>
    </message>
    <message id="lab.bars_note">
        <source>shorter is better; bars are medians, each dot is one repeat</source>
        <label>lab</label>
        <translation>shorter is better; bars are medians, each dot is one repeat</translation>
    </message>
    <message id="lab.bars_note_range" numerus="yes">
        <source>shorter is better; median of %n repeats; whiskers show the range, each dot is one repeat</source>
        <label>lab</label>
        <translation>
            <numerusform>shorter is better; median of %n repeat; each dot is one</numerusform>
            <numerusform>shorter is better; median of %n repeats; whiskers show the range, each dot is one repeat</numerusform>
        </translation>
    </message>
    <message id="lab.bars_note_interval" numerus="yes">
        <source>shorter is better; median of %n repeats; whiskers show the 95% interval, each dot is one repeat</source>
        <label>lab</label>
        <translation>
            <numerusform>shorter is better; median of %n repeat; each dot is one</numerusform>
            <numerusform>shorter is better; median of %n repeats; whiskers show the 95% interval, each dot is one repeat</numerusform>
        </translation>
    </message>
    <message id="lab.gantt">
        <source>Which job ran when</source>
        <label>lab</label>
        <translation>Which job ran when</translation>
    </message>
    <message id="lab.gantt_note">
        <source>each block is one step of a job</source>
        <label>lab</label>
        <translation>each block is one step of a job</translation>
    </message>
    <message id="lab.more_jobs">
        <source>then, in the same colours again: {names}</source>
        <extracomment>Follows the colours and names of the first jobs in a legend, if there are more jobs; {names}: those of the others</extracomment>
        <label>lab</label>
        <translation>then, in the same colours again: {names}</translation>
    </message>
    <message id="lab.gantt_sleep">
        <source>the repeat nearest the median; each block is one wait</source>
        <label>lab</label>
        <translation>the repeat nearest the median; each block is one wait</translation>
    </message>
    <message id="lab.gantt_cpu">
        <source>the repeat nearest the median; each block is one step of counting</source>
        <label>lab</label>
        <translation>the repeat nearest the median; each block is one step of counting</translation>
    </message>
    <message id="lab.gantt_io">
        <source>the repeat nearest the median; each block is one request</source>
        <label>lab</label>
        <translation>the repeat nearest the median; each block is one request</translation>
    </message>
    <message id="lab.in_turn">
        <source>in turn</source>
        <label>lab</label>
        <translation>in turn</translation>
    </message>
    <message id="lab.overlap">
        <source>overlap</source>
        <label>lab</label>
        <translation>overlap</translation>
    </message>
    <message id="lab.alone">
        <source>one job</source>
        <label>lab</label>
        <translation>one job</translation>
    </message>
    <message id="lab.numbers">
        <source>numbers</source>
        <extracomment>the name of a job</extracomment>
        <label>lab</label>
        <translation>numbers</translation>
    </message>
    <message id="lab.letters">
        <source>letters</source>
        <extracomment>the name of a job</extracomment>
        <label>lab</label>
        <translation>letters</translation>
    </message>
    <message id="lab.sign_published">
        <source>published value</source>
        <label>lab</label>
        <translation>published value</translation>
    </message>
    <message id="lab.sign_published_scaled">
        <source>published value × {scale}</source>
        <extracomment>{scale}: a number</extracomment>
        <label>lab</label>
        <translation>published value × {scale}</translation>
    </message>
    <message id="lab.sign_start">
        <source>start-up, not counted</source>
        <label>lab</label>
        <translation>start-up, not counted</translation>
    </message>
    <message id="lab.sign_method">
        <source>processes start by {method}</source>
        <extracomment>{method}: fork, forkserver or spawn</extracomment>
        <label>lab</label>
        <translation>processes start by {method}</translation>
    </message>
    <message id="lab.sign_earlier">
        <source>earlier run</source>
        <label>lab</label>
        <translation>earlier run</translation>
    </message>
    <message id="lab.code">
        <source>Code that runs</source>
        <label>lab</label>
        <translation>Code that runs</translation>
    </message>
    <message id="lab.code_of">
        <source>Code that runs: {name}</source>
        <extracomment>{name}: a contestant</extracomment>
        <label>lab</label>
        <translation>Code that runs: {name}</translation>
    </message>
    <message id="lab.code_exact">
        <source>The exact code that runs. In Program it is smaller, and you can step through its threads.</source>
        <label>lab</label>
        <translation>The exact code that runs. In Program it is smaller, and you can step through its threads.</translation>
    </message>
    <message id="lab.code_processes">
        <source>The exact code that runs. You cannot step through child processes.</source>
        <label>lab</label>
        <translation>The exact code that runs. You cannot step through child processes.</translation>
    </message>
    <message id="lab.code_not_stepped">
        <source>The exact code that runs. You cannot step through other interpreters.</source>
        <label>lab</label>
        <translation>The exact code that runs. You cannot step through other interpreters.</translation>
    </message>
    <message id="lab.copy">
        <source>Copy</source>
        <label>lab</label>
        <translation>Copy</translation>
    </message>
    <message id="lab.open_program">
        <source>Open in Program</source>
        <label>lab</label>
        <translation>Open in Program</translation>
    </message>
    <message id="lab.open_program_hint">
        <source>Opens a small program with two jobs of two steps each; it does not run until you record it</source>
        <label>lab</label>
        <translation>Opens a small program with two jobs of two steps each; it does not run until you record it</translation>
    </message>
    <message id="lab.gil_on">
        <source>GIL on</source>
        <label>lab</label>
        <translation>GIL on</translation>
    </message>
    <message id="lab.gil_off">
        <source>GIL off</source>
        <label>lab</label>
        <translation>GIL off</translation>
    </message>
    <message id="lab.cpus" numerus="yes">
        <source>%n CPUs</source>
        <label>lab</label>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message id="lab.memory">
        <source>{amount} memory</source>
        <extracomment>{amount}: bytes, as in 7.8 GB</extracomment>
        <label>lab</label>
        <translation>{amount} memory</translation>
    </message>
    <message id="verdict.overlap" numerus="yes">
        <source>Waiting overlaps with %n methods: their median is {seconds}, {times} times as fast as one job after another ({base}).</source>
        <extracomment>{seconds}, {base}: a time, as in 0.1 s; {times}: a number</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>Waiting overlaps with %n method: its median is {seconds}, {times} times as fast as one job after another ({base}).</numerusform>
            <numerusform>Waiting overlaps with %n methods: their median is {seconds}, {times} times as fast as one job after another ({base}).</numerusform>
        </translation>
    </message>
    <message id="verdict.overlap_some" numerus="yes">
        <source>Waiting overlaps with %n methods. Of these, the repeats show {faster} to be faster than one job after another ({base}): median {seconds}, {times} times as fast.</source>
        <extracomment>{seconds}, {base}: a time, as in 0.1 s; {times}: a number; {faster}: how many of them</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>Waiting overlaps with %n method. Of these, the repeats show {faster} to be faster than one job after another ({base}): median {seconds}, {times} times as fast.</numerusform>
            <numerusform>Waiting overlaps with %n methods. Of these, the repeats show {faster} to be faster than one job after another ({base}): median {seconds}, {times} times as fast.</numerusform>
        </translation>
    </message>
    <message id="verdict.overlap_unclear" numerus="yes">
        <source>Waiting overlaps with %n methods, but the repeats do not show that any of them is faster than one job after another ({base}).</source>
        <extracomment>{base}: a time</extracomment>
        <label>verdict</label>
        <translation>
            <numerusform>Waiting overlaps with %n method, but the repeats do not show that it is faster than one job after another ({base}).</numerusform>
            <numerusform>Waiting overlaps with %n methods, but the repeats do not show that any of them is faster than one job after another ({base}).</numerusform>
        </translation>
    </message>
    <message id="verdict.no_overlap">
        <source>Waiting overlaps with none of these methods: one job after another takes {base}.</source>
        <extracomment>{base}: a time</extracomment>
        <label>verdict</label>
        <translation>Waiting overlaps with none of these methods: one job after another takes {base}.</translation>
    </message>
    <message id="verdict.fastest">
        <source>The fastest is {name}: {seconds}.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>The fastest is {name}: {seconds}.</translation>
    </message>
    <message id="verdict.fastest_unclear">
        <source>The repeats do not show which method is fastest; {name} has the smallest median ({seconds}).</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>The repeats do not show which method is fastest; {name} has the smallest median ({seconds}).</translation>
    </message>
    <message id="verdict.alone">
        <source>Only {name} was measured: {seconds}.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>Only {name} was measured: {seconds}.</translation>
    </message>
    <message id="verdict.one_job">
        <source>With one job, nothing can run at the same time: choose more jobs to compare the methods.</source>
        <label>verdict</label>
        <translation>With one job, nothing can run at the same time: choose more jobs to compare the methods.</translation>
    </message>
    <message id="verdict.gevent_sleeps">
        <source>gevent, unless patched, waits in turn: time.sleep blocks its only thread.</source>
        <label>verdict</label>
        <translation>gevent, unless patched, waits in turn: time.sleep blocks its only thread.</translation>
    </message>
    <message id="verdict.gevent_asks">
        <source>gevent, unless patched, sends its requests in turn: its sockets block its only thread.</source>
        <label>verdict</label>
        <translation>gevent, unless patched, sends its requests in turn: its sockets block its only thread.</translation>
    </message>
    <message id="verdict.patched">
        <source>When patched, it overlaps ({seconds}).</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>When patched, it overlaps ({seconds}).</translation>
    </message>
    <message id="verdict.dearer">
        <source>The time includes creating workers: {name} takes {seconds} longer than {best}.</source>
        <extracomment>{name}, {best}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>The time includes creating workers: {name} takes {seconds} longer than {best}.</translation>
    </message>
    <message id="verdict.published_held">
        <source>The published values hold here at this scale: the furthest, {name}, is {percent}% off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>The published values hold here at this scale: the furthest, {name}, is {percent}% off.</translation>
    </message>
    <message id="verdict.published_not">
        <source>Not all of the published values hold here at this scale: {name} is {percent}% off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>Not all of the published values hold here at this scale: {name} is {percent}% off.</translation>
    </message>
    <message id="verdict.published_unclear">
        <source>The repeats do not show whether the published values hold here at this scale: the furthest median, of {name}, is {percent}% off.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>The repeats do not show whether the published values hold here at this scale: the furthest median, of {name}, is {percent}% off.</translation>
    </message>
    <message id="verdict.advice_sleep">
        <source>A sleep cannot test the usual advice (processes to compute, asyncio for requests); CPU and I/O can.</source>
        <label>verdict</label>
        <translation>A sleep cannot test the usual advice (processes to compute, asyncio for requests); CPU and I/O can.</translation>
    </message>
    <message id="verdict.processes">
        <source>Processes compute at the same time: {seconds}, {times} times as fast as threads ({threads}).</source>
        <extracomment>{seconds}, {threads}: a time; {times}: a number</extracomment>
        <label>verdict</label>
        <translation>Processes compute at the same time: {seconds}, {times} times as fast as threads ({threads}).</translation>
    </message>
    <message id="verdict.no_processes">
        <source>Processes are slower than threads here: {seconds} against {threads}.</source>
        <extracomment>{seconds}, {threads}: a time</extracomment>
        <label>verdict</label>
        <translation>Processes are slower than threads here: {seconds} against {threads}.</translation>
    </message>
    <message id="verdict.processes_unclear">
        <source>The repeats do not show whether processes or threads are faster here: {seconds} against {threads}.</source>
        <extracomment>{seconds}, {threads}: a time</extracomment>
        <label>verdict</label>
        <translation>The repeats do not show whether processes or threads are faster here: {seconds} against {threads}.</translation>
    </message>
    <message id="verdict.lock">
        <source>Threads gain less than {percent}% over one job after another ({seconds} against {base}): the GIL lets only one of them compute at a time.</source>
        <extracomment>{seconds}, {base}: a time; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>Threads gain less than {percent}% over one job after another ({seconds} against {base}): the GIL lets only one of them compute at a time.</translation>
    </message>
    <message id="verdict.lock_unclear">
        <source>The repeats do not show whether threads are faster than one job after another ({seconds} against {base}).</source>
        <extracomment>{seconds}, {base}: a time</extracomment>
        <label>verdict</label>
        <translation>The repeats do not show whether threads are faster than one job after another ({seconds} against {base}).</translation>
    </message>
    <message id="verdict.lock_costs">
        <source>Threads take even longer than one job after another ({seconds} against {base}): the GIL lets only one of them compute at a time, and switching adds overhead.</source>
        <extracomment>{seconds}, {base}: a time</extracomment>
        <label>verdict</label>
        <translation>Threads take even longer than one job after another ({seconds} against {base}): the GIL lets only one of them compute at a time, and switching adds overhead.</translation>
    </message>
    <message id="verdict.own_lock">
        <source>With {name}, jobs compute at the same time ({seconds}): they do not share one GIL.</source>
        <extracomment>{name}: a contestant; {seconds}: a time</extracomment>
        <label>verdict</label>
        <translation>With {name}, jobs compute at the same time ({seconds}): they do not share one GIL.</translation>
    </message>
    <message id="verdict.gain">
        <source>Here, two processes get {speedup} times as much done as one; this run reached {percent}% of that gain.</source>
        <extracomment>{speedup}, {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>Here, two processes get {speedup} times as much done as one; this run reached {percent}% of that gain.</translation>
    </message>
    <message id="verdict.busy">
        <source>Here, two processes get only {speedup} times as much done as one: too few processors are free for a conclusion.</source>
        <extracomment>{speedup}: a number</extracomment>
        <label>verdict</label>
        <translation>Here, two processes get only {speedup} times as much done as one: too few processors are free for a conclusion.</translation>
    </message>
    <message id="verdict.shared">
        <source>Other programs took processor time: {name} computed for only {percent}% of its time. So these times also depend on the other programs.</source>
        <extracomment>{name}: a contestant; {percent}: a number</extracomment>
        <label>verdict</label>
        <translation>Other programs took processor time: {name} computed for only {percent}% of its time. So these times also depend on the other programs.</translation>
    </message>
    <message id="verdict.advice_cpu_held">
        <source>The usual advice is multiprocessing for computing: that held here.</source>
        <label>verdict</label>
        <translation>The usual advice is multiprocessing for computing: that held here.</translation>
    </message>
    <message id="verdict.advice_cpu_not">
        <source>The usual advice is multiprocessing for computing: that did not hold in this run.</source>
        <label>verdict</label>
        <translation>The usual advice is multiprocessing for computing: that did not hold in this run.</translation>
    </message>
    <message id="verdict.alike">
        <source>The medians of threads, asyncio and patched gevent are within {percent}% of each other.</source>
        <extracomment>{percent}: a number</extracomment>
        <label>verdict</label>
        <translation>The medians of threads, asyncio and patched gevent are within {percent}% of each other.</translation>
    </message>
    <message id="verdict.advice_io_held">
        <source>The usual advice is asyncio for requests: it was among the fastest here.</source>
        <label>verdict</label>
        <translation>The usual advice is asyncio for requests: it was among the fastest here.</translation>
    </message>
    <message id="verdict.advice_io_not">
        <source>The usual advice is asyncio for requests: others were faster in this run.</source>
        <label>verdict</label>
        <translation>The usual advice is asyncio for requests: others were faster in this run.</translation>
    </message>
    <message id="verdict.advice_io_unclear">
        <source>The usual advice is asyncio for requests: the repeats do not show whether others are faster.</source>
        <label>verdict</label>
        <translation>The usual advice is asyncio for requests: the repeats do not show whether others are faster.</translation>
    </message>
    <message id="verdict.failed" numerus="yes">
        <source>%n methods failed; their rows say why.</source>
        <label>verdict</label>
        <translation>
            <numerusform>%n method failed; its row says why.</numerusform>
            <numerusform>%n methods failed; their rows say why.</numerusform>
        </translation>
    </message>
    <message id="menu.name">
        <source>Menu</source>
        <label>menu</label>
        <translation>Menu</translation>
    </message>
    <message id="menu.file">
        <source>File</source>
        <label>menu</label>
        <translation>File</translation>
    </message>
    <message id="menu.edit">
        <source>Edit</source>
        <label>menu</label>
        <translation>Edit</translation>
    </message>
    <message id="menu.run">
        <source>Record</source>
        <extracomment>title of the menu of recording</extracomment>
        <label>menu</label>
        <translation>Record</translation>
    </message>
    <message id="menu.step">
        <source>Step</source>
        <label>menu</label>
        <translation>Step</translation>
    </message>
    <message id="menu.jump">
        <source>Jump</source>
        <label>menu</label>
        <translation>Jump</translation>
    </message>
    <message id="menu.marks">
        <source>Breakpoints and bookmarks</source>
        <label>menu</label>
        <translation>Breakpoints and bookmarks</translation>
    </message>
    <message id="menu.picture">
        <source>Diagram</source>
        <label>menu</label>
        <translation>Diagram</translation>
    </message>
    <message id="menu.view">
        <source>View</source>
        <label>menu</label>
        <translation>View</translation>
    </message>
    <message id="menu.theme">
        <source>Appearance and language</source>
        <label>menu</label>
        <translation>Appearance and language</translation>
    </message>
    <message id="menu.help">
        <source>Help</source>
        <label>menu</label>
        <translation>Help</translation>
    </message>
    <message id="menu.recent">
        <source>Open recent</source>
        <label>menu</label>
        <translation>Open recent</translation>
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
        <translation>{name}   {folder} (not found)</translation>
    </message>
    <message id="menu.recent.none">
        <source>No recent files</source>
        <label>menu</label>
        <translation>No recent files</translation>
    </message>
    <message id="menu.recent.clear">
        <source>Clear list</source>
        <label>menu</label>
        <translation>Clear list</translation>
    </message>
    <message id="menu.language">
        <source>Language</source>
        <label>menu</label>
        <translation>Language</translation>
    </message>
    <message id="command.new">
        <source>New program</source>
        <label>command</label>
        <translation>New program</translation>
    </message>
    <message id="command.open">
        <source>Open…</source>
        <label>command</label>
        <translation>Open…</translation>
    </message>
    <message id="command.save">
        <source>Save</source>
        <label>command</label>
        <translation>Save</translation>
    </message>
    <message id="command.save_as">
        <source>Save as…</source>
        <label>command</label>
        <translation>Save as…</translation>
    </message>
    <message id="command.print">
        <source>Print this step…</source>
        <label>command</label>
        <translation>Print this step…</translation>
    </message>
    <message id="command.undo">
        <source>Restore discarded items</source>
        <label>command</label>
        <translation>Restore discarded items</translation>
    </message>
    <message id="command.undo_edit">
        <source>Undo</source>
        <label>command</label>
        <translation>Undo</translation>
    </message>
    <message id="command.redo_edit">
        <source>Redo</source>
        <label>command</label>
        <translation>Redo</translation>
    </message>
    <message id="command.cut">
        <source>Cut</source>
        <label>command</label>
        <translation>Cut</translation>
    </message>
    <message id="command.copy">
        <source>Copy</source>
        <label>command</label>
        <translation>Copy</translation>
    </message>
    <message id="command.paste">
        <source>Paste</source>
        <label>command</label>
        <translation>Paste</translation>
    </message>
    <message id="command.select_all">
        <source>Select all</source>
        <label>command</label>
        <translation>Select all</translation>
    </message>
    <message id="command.comment">
        <source>Toggle comment</source>
        <label>command</label>
        <translation>Toggle comment</translation>
    </message>
    <message id="command.keep_recording">
        <source>Save recording…</source>
        <label>command</label>
        <translation>Save recording…</translation>
    </message>
    <message id="command.preferences">
        <source>Preferences…</source>
        <label>command</label>
        <translation>Preferences…</translation>
    </message>
    <message id="command.quit">
        <source>Quit</source>
        <label>command</label>
        <translation>Quit</translation>
    </message>
    <message id="command.record">
        <source>Record</source>
        <label>command</label>
        <translation>Record</translation>
    </message>
    <message id="command.record_same">
        <source>Record again with the same input</source>
        <label>command</label>
        <translation>Record again with the same input</translation>
    </message>
    <message id="command.live">
        <source>Live: record as you type</source>
        <label>command</label>
        <translation>Live: record as you type</translation>
    </message>
    <message id="command.record_again">
        <source>Record again</source>
        <label>command</label>
        <translation>Record again</translation>
    </message>
    <message id="command.stop">
        <source>Stop</source>
        <label>command</label>
        <translation>Stop</translation>
    </message>
    <message id="command.run_options">
        <source>Run options…</source>
        <label>command</label>
        <translation>Run options…</translation>
    </message>
    <message id="command.first">
        <source>First step</source>
        <label>command</label>
        <translation>First step</translation>
    </message>
    <message id="command.back">
        <source>Step back</source>
        <label>command</label>
        <translation>Step back</translation>
    </message>
    <message id="command.play">
        <source>Play/Pause</source>
        <label>command</label>
        <translation>Play/Pause</translation>
    </message>
    <message id="command.forward">
        <source>Step forward</source>
        <label>command</label>
        <translation>Step forward</translation>
    </message>
    <message id="command.last">
        <source>Last step</source>
        <label>command</label>
        <translation>Last step</translation>
    </message>
    <message id="command.inside">
        <source>Next expression inside the line</source>
        <label>command</label>
        <translation>Next expression inside the line</translation>
    </message>
    <message id="command.inside_back">
        <source>Previous expression inside the line</source>
        <label>command</label>
        <translation>Previous expression inside the line</translation>
    </message>
    <message id="command.record_inside">
        <source>Record again with the values inside lines</source>
        <label>command</label>
        <translation>Record again with the values inside lines</translation>
    </message>
    <message id="notification.no_expressions">
        <source>This recording has no values inside its lines. Record again with them {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>notification</label>
        <translation>This recording has no values inside its lines. Record again with them {keys}.</translation>
    </message>
    <message id="run.expressions">
        <source>Inside lines</source>
        <label>run</label>
        <translation>Inside lines</translation>
    </message>
    <message id="run.expressions.on">
        <source>Record the value of every expression</source>
        <label>run</label>
        <translation>Record the value of every expression</translation>
    </message>
    <message id="run.expressions.note">
        <source>F8 then goes through a line expression by expression. Recording takes about twice as long.</source>
        <label>run</label>
        <translation>F8 then goes through a line expression by expression. Recording takes about twice as long.</translation>
    </message>
    <message id="inside.begin" numerus="yes">
        <source>Inside the line: %n expressions   {keys}: next</source>
        <extracomment>{keys}: keys, as in F8</extracomment>
        <label>inside</label>
        <translation>
            <numerusform>Inside the line: %n expression   {keys}: next</numerusform>
            <numerusform>Inside the line: %n expressions   {keys}: next</numerusform>
        </translation>
    </message>
    <message id="inside.place">
        <source>Inside the line: expression {at} of {count}   {keys}: next</source>
        <extracomment>{at}, {count}: numbers; {keys}: keys, as in F8</extracomment>
        <label>inside</label>
        <translation>Inside the line: expression {at} of {count}   {keys}: next</translation>
    </message>
    <message id="inside.count" numerus="yes">
        <source>%n references</source>
        <label>inside</label>
        <translation>
            <numerusform>%n reference</numerusform>
            <numerusform>%n references</numerusform>
        </translation>
    </message>
    <message id="inside.temporary">
        <source>temporary: freed before the next step</source>
        <label>inside</label>
        <translation>temporary: freed before the next step</translation>
    </message>
    <message id="inside.unnamed">
        <source>no name leads to it</source>
        <label>inside</label>
        <translation>no name leads to it</translation>
    </message>
    <message id="command.over">
        <source>Step over</source>
        <label>command</label>
        <translation>Step over</translation>
    </message>
    <message id="command.into">
        <source>Step into</source>
        <label>command</label>
        <translation>Step into</translation>
    </message>
    <message id="command.out">
        <source>Step out</source>
        <label>command</label>
        <translation>Step out</translation>
    </message>
    <message id="command.over_back">
        <source>Step back over</source>
        <label>command</label>
        <translation>Step back over</translation>
    </message>
    <message id="command.into_back">
        <source>Step back into</source>
        <label>command</label>
        <translation>Step back into</translation>
    </message>
    <message id="command.bookmark">
        <source>Toggle bookmark</source>
        <label>command</label>
        <translation>Toggle bookmark</translation>
    </message>
    <message id="command.bookmark_note">
        <source>Bookmark note</source>
        <label>command</label>
        <translation>Bookmark note</translation>
    </message>
    <message id="command.next_bookmark">
        <source>Next bookmark</source>
        <label>command</label>
        <translation>Next bookmark</translation>
    </message>
    <message id="command.previous_bookmark">
        <source>Previous bookmark</source>
        <label>command</label>
        <translation>Previous bookmark</translation>
    </message>
    <message id="command.out_back">
        <source>Step back out</source>
        <label>command</label>
        <translation>Step back out</translation>
    </message>
    <message id="command.ten_back">
        <source>Back ten steps</source>
        <label>command</label>
        <translation>Back ten steps</translation>
    </message>
    <message id="command.ten_forward">
        <source>Forward ten steps</source>
        <label>command</label>
        <translation>Forward ten steps</translation>
    </message>
    <message id="command.to_breakpoint">
        <source>Run to next breakpoint</source>
        <label>command</label>
        <translation>Run to next breakpoint</translation>
    </message>
    <message id="command.to_breakpoint_back">
        <source>Back to previous breakpoint</source>
        <label>command</label>
        <translation>Back to previous breakpoint</translation>
    </message>
    <message id="command.breakpoint">
        <source>Toggle breakpoint</source>
        <label>command</label>
        <translation>Toggle breakpoint</translation>
    </message>
    <message id="command.breakpoint_condition">
        <source>Breakpoint condition…</source>
        <label>command</label>
        <translation>Breakpoint condition…</translation>
    </message>
    <message id="command.clear_breakpoints">
        <source>Remove all breakpoints</source>
        <label>command</label>
        <translation>Remove all breakpoints</translation>
    </message>
    <message id="command.to_cursor">
        <source>Run to cursor</source>
        <label>command</label>
        <translation>Run to cursor</translation>
    </message>
    <message id="command.next_change">
        <source>Next change of the selected name or object</source>
        <label>command</label>
        <translation>Next change of the selected name or object</translation>
    </message>
    <message id="command.previous_change">
        <source>Previous change of the selected name or object</source>
        <label>command</label>
        <translation>Previous change of the selected name or object</translation>
    </message>
    <message id="command.birth">
        <source>Go to step that created selected object</source>
        <label>command</label>
        <translation>Go to step that created selected object</translation>
    </message>
    <message id="command.death">
        <source>Go to step that freed selected object</source>
        <label>command</label>
        <translation>Go to step that freed selected object</translation>
    </message>
    <message id="command.next_output">
        <source>Next output</source>
        <label>command</label>
        <translation>Next output</translation>
    </message>
    <message id="command.previous_output">
        <source>Previous output</source>
        <label>command</label>
        <translation>Previous output</translation>
    </message>
    <message id="command.next_exception">
        <source>Next exception</source>
        <label>command</label>
        <translation>Next exception</translation>
    </message>
    <message id="command.previous_exception">
        <source>Previous exception</source>
        <label>command</label>
        <translation>Previous exception</translation>
    </message>
    <message id="command.next_call">
        <source>Next call to this function</source>
        <label>command</label>
        <translation>Next call to this function</translation>
    </message>
    <message id="command.previous_call">
        <source>Previous call to this function</source>
        <label>command</label>
        <translation>Previous call to this function</translation>
    </message>
    <message id="command.next_return">
        <source>Next return from this function</source>
        <label>command</label>
        <translation>Next return from this function</translation>
    </message>
    <message id="command.previous_return">
        <source>Previous return from this function</source>
        <label>command</label>
        <translation>Previous return from this function</translation>
    </message>
    <message id="command.printed">
        <source>Go to step that printed this output</source>
        <label>command</label>
        <translation>Go to step that printed this output</translation>
    </message>
    <message id="command.page_program">
        <source>Program</source>
        <label>command</label>
        <translation>Program</translation>
    </message>
    <message id="command.page_start">
        <source>Start page</source>
        <label>command</label>
        <translation>Start page</translation>
    </message>
    <message id="command.page_concurrency">
        <source>Concurrency lab</source>
        <label>command</label>
        <translation>Concurrency lab</translation>
    </message>
    <message id="command.go_to_step">
        <source>Go to step…</source>
        <label>command</label>
        <translation>Go to step…</translation>
    </message>
    <message id="command.level_1">
        <source>Level 1: values</source>
        <label>command</label>
        <translation>Level 1: values</translation>
    </message>
    <message id="command.level_2">
        <source>Level 2: objects</source>
        <label>command</label>
        <translation>Level 2: objects</translation>
    </message>
    <message id="command.level_3">
        <source>Level 3: counts</source>
        <label>command</label>
        <translation>Level 3: counts</translation>
    </message>
    <message id="command.level_4">
        <source>Level 4: regions</source>
        <label>command</label>
        <translation>Level 4: regions</translation>
    </message>
    <message id="command.zoom_in">
        <source>Zoom in</source>
        <label>command</label>
        <translation>Zoom in</translation>
    </message>
    <message id="command.zoom_reset">
        <source>Zoom to 100%</source>
        <label>command</label>
        <translation>Zoom to 100%</translation>
    </message>
    <message id="command.zoom_out">
        <source>Zoom out</source>
        <label>command</label>
        <translation>Zoom out</translation>
    </message>
    <message id="command.fit">
        <source>Zoom to fit</source>
        <label>command</label>
        <translation>Zoom to fit</translation>
    </message>
    <message id="command.text_larger">
        <source>Increase text size</source>
        <label>command</label>
        <translation>Increase text size</translation>
    </message>
    <message id="command.text_smaller">
        <source>Decrease text size</source>
        <label>command</label>
        <translation>Decrease text size</translation>
    </message>
    <message id="command.text_usual">
        <source>Reset text size</source>
        <label>command</label>
        <translation>Reset text size</translation>
    </message>
    <message id="command.fit_change">
        <source>Zoom to change</source>
        <label>command</label>
        <translation>Zoom to change</translation>
    </message>
    <message id="command.addresses">
        <source>Address space</source>
        <extracomment>shows the diagram, then the address space below it, then the address space alone</extracomment>
        <label>command</label>
        <translation>Address space</translation>
    </message>
    <message id="command.follow">
        <source>Follow changes</source>
        <label>command</label>
        <translation>Follow changes</translation>
    </message>
    <message id="command.find">
        <source>Find</source>
        <label>command</label>
        <translation>Find</translation>
    </message>
    <message id="command.find_object">
        <source>Find an object</source>
        <label>command</label>
        <translation>Find an object</translation>
    </message>
    <message id="command.replace">
        <source>Replace</source>
        <label>command</label>
        <translation>Replace</translation>
    </message>
    <message id="command.completion">
        <source>Suggest names while typing</source>
        <label>command</label>
        <translation>Suggest names while typing</translation>
    </message>
    <message id="command.watch">
        <source>Watch</source>
        <label>command</label>
        <translation>Watch</translation>
    </message>
    <message id="command.trace_table">
        <source>Trace table</source>
        <label>command</label>
        <translation>Trace table</translation>
    </message>
    <message id="command.variables">
        <source>Variables</source>
        <label>command</label>
        <translation>Variables</translation>
    </message>
    <message id="command.watch_expression">
        <source>Watch an expression…</source>
        <label>command</label>
        <translation>Watch an expression…</translation>
    </message>
    <message id="command.call_tree">
        <source>Calls</source>
        <label>command</label>
        <translation>Calls</translation>
    </message>
    <message id="command.next_thread">
        <source>Show next thread</source>
        <label>command</label>
        <translation>Show next thread</translation>
    </message>
    <message id="command.wrap">
        <source>Wrap long lines</source>
        <label>command</label>
        <translation>Wrap long lines</translation>
    </message>
    <message id="command.pen">
        <source>Draw on the diagram</source>
        <label>command</label>
        <translation>Draw on the diagram</translation>
    </message>
    <message id="command.present">
        <source>Presentation</source>
        <label>command</label>
        <translation>Presentation</translation>
    </message>
    <message id="command.export_picture">
        <source>Export picture…</source>
        <label>command</label>
        <translation>Export picture…</translation>
    </message>
    <message id="command.copy_picture">
        <source>Copy picture</source>
        <label>command</label>
        <translation>Copy picture</translation>
    </message>
    <message id="picture.drag">
        <source>Copy picture  {keys} · drag it into a document or a folder</source>
        <extracomment>{keys}: a shortcut</extracomment>
        <label>picture</label>
        <translation>Copy picture  {keys} · drag it into a document or a folder</translation>
    </message>
    <message id="command.dock">
        <source>Step and object panel</source>
        <label>command</label>
        <translation>Step and object panel</translation>
    </message>
    <message id="command.next_pane">
        <source>Next pane</source>
        <label>command</label>
        <translation>Next pane</translation>
    </message>
    <message id="command.previous_pane">
        <source>Previous pane</source>
        <label>command</label>
        <translation>Previous pane</translation>
    </message>
    <message id="command.theme_system">
        <source>Match system</source>
        <label>command</label>
        <translation>Match system</translation>
    </message>
    <message id="command.theme_light">
        <source>Light</source>
        <label>command</label>
        <translation>Light</translation>
    </message>
    <message id="command.theme_dark">
        <source>Dark</source>
        <label>command</label>
        <translation>Dark</translation>
    </message>
    <message id="command.theme_high_contrast">
        <source>High contrast</source>
        <label>command</label>
        <translation>High contrast</translation>
    </message>
    <message id="command.theme">
        <source>Next theme</source>
        <label>command</label>
        <translation>Next theme</translation>
    </message>
    <message id="command.language">
        <source>한국어</source>
        <extracomment>names both languages</extracomment>
        <label>command</label>
        <translation>한국어</translation>
    </message>
    <message id="command.reduced_motion">
        <source>Reduce motion</source>
        <label>command</label>
        <translation>Reduce motion</translation>
    </message>
    <message id="command.help">
        <source>Shortcuts and help</source>
        <label>command</label>
        <translation>Shortcuts and help</translation>
    </message>
    <message id="command.guide">
        <source>Guide</source>
        <label>command</label>
        <translation>Guide</translation>
    </message>
    <message id="command.about">
        <source>About…</source>
        <label>command</label>
        <translation>About…</translation>
    </message>
    <message id="command.reset_panes">
        <source>Reset layout</source>
        <label>command</label>
        <translation>Reset layout</translation>
    </message>
    <message id="editor.gutter">
        <source>Click to toggle a breakpoint</source>
        <label>editor</label>
        <translation>Click to toggle a breakpoint</translation>
    </message>
    <message id="editor.name">
        <source>Program code</source>
        <label>editor</label>
        <translation>Program code</translation>
    </message>
    <message id="editor.files">
        <source>File</source>
        <label>editor</label>
        <translation>File</translation>
    </message>
    <message id="editor.read_only">
        <source>Read-only here: to edit this file, open it as a program</source>
        <label>editor</label>
        <translation>Read-only here: to edit this file, open it as a program</translation>
    </message>
    <message id="editor.recorded">
        <source>Read-only: to edit and record this program, save it under a name {keys}</source>
        <extracomment>{keys}: keys in brackets, as in (Ctrl+R)</extracomment>
        <label>editor</label>
        <translation>Read-only: to edit and record this program, save it under a name {keys}</translation>
    </message>
    <message id="editor.module">
        <source>{file}: a module next to the program (read-only)</source>
        <extracomment>{file}: a file</extracomment>
        <label>editor</label>
        <translation>{file}: a module next to the program (read-only)</translation>
    </message>
    <message id="editor.empty">
        <source>Type a program here, for example:

names = [&quot;Ann&quot;, &quot;Bo&quot;]
for name in names:
    print(name)

Press Record {keys} to run it. Then press → to step through it.</source>
        <extracomment>{keys}: keys in brackets, as in (Ctrl+R)</extracomment>
        <label>editor</label>
        <translation>Type a program here, for example:

names = [&quot;Ann&quot;, &quot;Bo&quot;]
for name in names:
    print(name)

Press Record {keys} to run it. Then press → to step through it.</translation>
    </message>
    <message id="editor.no_value">
        <source>{name} has no value at this step</source>
        <extracomment>{name}: a name in the program</extracomment>
        <label>editor</label>
        <translation>{name} has no value at this step</translation>
    </message>
    <message id="editor.saved">
        <source>saved</source>
        <label>editor</label>
        <translation>saved</translation>
    </message>
    <message id="editor.recording">
        <source>● recording</source>
        <label>editor</label>
        <translation>● recording</translation>
    </message>
    <message id="editor.ours">
        <source>{message} — checked with Python {version}, which runs this window; programs run with {python}</source>
        <extracomment>{message}: what Python says; {version}: a version; {python}: a version</extracomment>
        <label>editor</label>
        <translation>{message} — checked with Python {version}, which runs this window; programs run with {python}</translation>
    </message>
    <message id="breakpoint.set">
        <source>Add breakpoint</source>
        <label>breakpoint</label>
        <translation>Add breakpoint</translation>
    </message>
    <message id="breakpoint.remove">
        <source>Remove breakpoint</source>
        <label>breakpoint</label>
        <translation>Remove breakpoint</translation>
    </message>
    <message id="breakpoint.condition">
        <source>Breakpoint condition…</source>
        <label>breakpoint</label>
        <translation>Breakpoint condition…</translation>
    </message>
    <message id="breakpoint.no_condition">
        <source>Always stop</source>
        <label>breakpoint</label>
        <translation>Always stop</translation>
    </message>
    <message id="condition.line">
        <source>Stop at line {line} when</source>
        <label>condition</label>
        <translation>Stop at line {line} when</translation>
    </message>
    <message id="condition.name">
        <source>Breakpoint condition</source>
        <label>condition</label>
        <translation>Breakpoint condition</translation>
    </message>
    <message id="condition.hint">
        <source>for example n &gt; 3</source>
        <label>condition</label>
        <translation>for example n &gt; 3</translation>
    </message>
    <message id="condition.take">
        <source>Set</source>
        <label>condition</label>
        <translation>Set</translation>
    </message>
    <message id="condition.close">
        <source>Cancel</source>
        <label>condition</label>
        <translation>Cancel</translation>
    </message>
    <message id="condition.empty">
        <source>Without a condition it always stops.</source>
        <label>condition</label>
        <translation>Without a condition it always stops.</translation>
    </message>
    <message id="condition.unknown">
        <source>Checked at each step after recording.</source>
        <label>condition</label>
        <translation>Checked at each step after recording.</translation>
    </message>
    <message id="condition.true">
        <source>It is true at the current step.</source>
        <label>condition</label>
        <translation>It is true at the current step.</translation>
    </message>
    <message id="condition.false">
        <source>It is false at the current step.</source>
        <label>condition</label>
        <translation>It is false at the current step.</translation>
    </message>
    <message id="condition.doubt_here">
        <source>It cannot be determined at the current step: {why}</source>
        <label>condition</label>
        <translation>It cannot be determined at the current step: {why}</translation>
    </message>
    <message id="condition.doubt">
        <source>Stopped because the condition cannot be determined: {why}</source>
        <label>condition</label>
        <translation>Stopped because the condition cannot be determined: {why}</translation>
    </message>
    <message id="condition.no_name">
        <source>{text} is not defined at this step.</source>
        <label>condition</label>
        <translation>{text} is not defined at this step.</translation>
    </message>
    <message id="condition.no_attribute">
        <source>{text} does not exist here.</source>
        <label>condition</label>
        <translation>{text} does not exist here.</translation>
    </message>
    <message id="condition.none">
        <source>{text} is None here.</source>
        <label>condition</label>
        <translation>{text} is None here.</translation>
    </message>
    <message id="condition.no_item">
        <source>there is no item {text}.</source>
        <label>condition</label>
        <translation>there is no item {text}.</translation>
    </message>
    <message id="condition.not_recorded">
        <source>{text} is not in the recording.</source>
        <label>condition</label>
        <translation>{text} is not in the recording.</translation>
    </message>
    <message id="condition.too_long">
        <source>{text} is too long to evaluate at every step.</source>
        <label>condition</label>
        <translation>{text} is too long to evaluate at every step.</translation>
    </message>
    <message id="condition.runs_code">
        <source>{text} would have to run code, but the program has finished.</source>
        <label>condition</label>
        <translation>{text} would have to run code, but the program has finished.</translation>
    </message>
    <message id="condition.raises">
        <source>{text} raises {error} here.</source>
        <label>condition</label>
        <translation>{text} raises {error} here.</translation>
    </message>
    <message id="condition.fault.syntax">
        <source>Syntax error: {message}. Write an expression such as n &gt; 3.</source>
        <label>condition</label>
        <translation>Syntax error: {message}. Write an expression such as n &gt; 3.</translation>
    </message>
    <message id="condition.fault.assigns">
        <source>= assigns a value; == compares. Write, for example, n == 3.</source>
        <label>condition</label>
        <translation>= assigns a value; == compares. Write, for example, n == 3.</translation>
    </message>
    <message id="condition.fault.call">
        <source>{name}() would have to run code, but the program has finished. Only calls such as len(x), isinstance(x, C) or x.startswith(y) work.</source>
        <label>condition</label>
        <translation>{name}() would have to run code, but the program has finished. Only calls such as len(x), isinstance(x, C) or x.startswith(y) work.</translation>
    </message>
    <message id="condition.fault.kind">
        <source>{text} cannot be evaluated from a recording. Use names, .attributes, [items], len(), max(), comparisons, arithmetic, and, or, not.</source>
        <label>condition</label>
        <translation>{text} cannot be evaluated from a recording. Use names, .attributes, [items], len(), max(), comparisons, arithmetic, and, or, not.</translation>
    </message>
    <message id="condition.fault.long">
        <source>Too long: use at most {most} characters.</source>
        <label>condition</label>
        <translation>Too long: use at most {most} characters.</translation>
    </message>
    <message id="undo.do">
        <source>Undo</source>
        <label>undo</label>
        <translation>Undo</translation>
    </message>
    <message id="undo.breakpoints">
        <source>All breakpoints were removed.</source>
        <label>undo</label>
        <translation>All breakpoints were removed.</translation>
    </message>
    <message id="undo.bookmark">
        <source>The bookmark was removed.</source>
        <label>undo</label>
        <translation>The bookmark was removed.</translation>
    </message>
    <message id="undo.recent">
        <source>The list of recent files was cleared.</source>
        <label>undo</label>
        <translation>The list of recent files was cleared.</translation>
    </message>
    <message id="undo.text">
        <source>The unsaved text was discarded.</source>
        <label>undo</label>
        <translation>The unsaved text was discarded.</translation>
    </message>
    <message id="undo.preferences">
        <source>The preferences were reset.</source>
        <label>undo</label>
        <translation>The preferences were reset.</translation>
    </message>
    <message id="sign.about_to_run">
        <source>about to run</source>
        <label>sign</label>
        <translation>about to run</translation>
    </message>
    <message id="sign.just_ran">
        <source>just ran</source>
        <label>sign</label>
        <translation>just ran</translation>
    </message>
    <message id="sign.raised">
        <source>exception here</source>
        <label>sign</label>
        <translation>exception here</translation>
    </message>
    <message id="sign.passed">
        <source>passed through</source>
        <label>sign</label>
        <translation>passed through</translation>
    </message>
    <message id="sign.paused">
        <source>paused</source>
        <label>sign</label>
        <translation>paused</translation>
    </message>
    <message id="sign.breakpoint">
        <source>breakpoint</source>
        <label>sign</label>
        <translation>breakpoint</translation>
    </message>
    <message id="sign.condition">
        <source>conditional breakpoint</source>
        <label>sign</label>
        <translation>conditional breakpoint</translation>
    </message>
    <message id="sign.gain">
        <source>new</source>
        <label>sign</label>
        <translation>new</translation>
    </message>
    <message id="sign.loss">
        <source>gone</source>
        <label>sign</label>
        <translation>gone</translation>
    </message>
    <message id="sign.change">
        <source>changed</source>
        <label>sign</label>
        <translation>changed</translation>
    </message>
    <message id="sign.up">
        <source>count goes up</source>
        <label>sign</label>
        <translation>count goes up</translation>
    </message>
    <message id="sign.down">
        <source>count goes down</source>
        <label>sign</label>
        <translation>count goes down</translation>
    </message>
    <message id="sign.immortal">
        <source>immortal</source>
        <label>sign</label>
        <translation>immortal</translation>
    </message>
    <message id="sign.island">
        <source>unreachable</source>
        <label>sign</label>
        <translation>unreachable</translation>
    </message>
    <message id="threads.name">
        <source>Threads</source>
        <label>threads</label>
        <translation>Threads</translation>
    </message>
    <message id="threads.look">
        <source>Show this thread&apos;s line and calls</source>
        <label>threads</label>
        <translation>Show this thread&apos;s line and calls</translation>
    </message>
    <message id="threads.current">
        <source>this step</source>
        <label>threads</label>
        <translation>this step</translation>
    </message>
    <message id="threads.waits">
        <source>waiting for {what}</source>
        <label>threads</label>
        <translation>waiting for {what}</translation>
    </message>
    <message id="threads.waits_here">
        <source>waiting</source>
        <label>threads</label>
        <translation>waiting</translation>
    </message>
    <message id="threads.lock">
        <source>Threads holding or waiting</source>
        <label>threads</label>
        <translation>Threads holding or waiting</translation>
    </message>
    <message id="threads.holds_it">
        <source>holding it</source>
        <label>threads</label>
        <translation>holding it</translation>
    </message>
    <message id="threads.recorded">
        <source>A lock does not store which thread holds it: this comes from the recorded calls.</source>
        <label>threads</label>
        <translation>A lock does not store which thread holds it: this comes from the recorded calls.</translation>
    </message>
    <message id="threads.waiting">
        <source>waiting</source>
        <label>threads</label>
        <translation>waiting</translation>
    </message>
    <message id="threads.since">
        <source> since step {step}</source>
        <extracomment>{step}: the number of a step</extracomment>
        <label>threads</label>
        <translation> since step {step}</translation>
    </message>
    <message id="threads.history">
        <source>Thread activity</source>
        <label>threads</label>
        <translation>Thread activity</translation>
    </message>
    <message id="threads.lock_asks">
        <source>requests it and waits</source>
        <label>threads</label>
        <translation>requests it and waits</translation>
    </message>
    <message id="threads.lock_gets">
        <source>acquires it at once</source>
        <label>threads</label>
        <translation>acquires it at once</translation>
    </message>
    <message id="threads.lock_gets_after_waiting">
        <source>acquires it after waiting</source>
        <label>threads</label>
        <translation>acquires it after waiting</translation>
    </message>
    <message id="threads.lock_lets_go">
        <source>releases it</source>
        <label>threads</label>
        <translation>releases it</translation>
    </message>
    <message id="threads.lock_gives_up">
        <source>stops waiting</source>
        <label>threads</label>
        <translation>stops waiting</translation>
    </message>
    <message id="threads.holds">
        <source>holding {what}</source>
        <label>threads</label>
        <translation>holding {what}</translation>
    </message>
    <message id="threads.at_line">
        <source>at line {line}</source>
        <label>threads</label>
        <translation>at line {line}</translation>
    </message>
    <message id="threads.outside">
        <source>outside the program&apos;s code</source>
        <label>threads</label>
        <translation>outside the program&apos;s code</translation>
    </message>
    <message id="sign.looked_at">
        <source>the call shown</source>
        <label>sign</label>
        <translation>the call shown</translation>
    </message>
    <message id="sign.live">
        <source>recording this line</source>
        <label>sign</label>
        <translation>recording this line</translation>
    </message>
    <message id="live.shown">
        <source>● Live: saves and records when you pause</source>
        <label>live</label>
        <translation>● Live: saves and records when you pause</translation>
    </message>
    <message id="live.runs">
        <source>● Live: recording…</source>
        <label>live</label>
        <translation>● Live: recording…</translation>
    </message>
    <message id="live.no_python">
        <source>● Live: waiting for valid Python</source>
        <label>live</label>
        <translation>● Live: waiting for valid Python</translation>
    </message>
    <message id="live.held">
        <source>● Live: waiting for your approval</source>
        <label>live</label>
        <translation>● Live: waiting for your approval</translation>
    </message>
    <message id="live.raised">
        <source>● Live: stopped at an error</source>
        <label>live</label>
        <translation>● Live: stopped at an error</translation>
    </message>
    <message id="live.limit">
        <source>● Live: stopped at a live limit</source>
        <label>live</label>
        <translation>● Live: stopped at a live limit</translation>
    </message>
    <message id="live.failed">
        <source>● Live: could not record</source>
        <label>live</label>
        <translation>● Live: could not record</translation>
    </message>
    <message id="live.end">
        <source>Stop live mode</source>
        <label>live</label>
        <translation>Stop live mode</translation>
    </message>
    <message id="output.title">
        <source>Output</source>
        <label>output</label>
        <translation>Output</translation>
    </message>
    <message id="output.output">
        <source>Standard output</source>
        <label>output</label>
        <translation>Standard output</translation>
    </message>
    <message id="output.errors">
        <source>Standard error</source>
        <label>output</label>
        <translation>Standard error</translation>
    </message>
    <message id="output.empty">
        <source>No output</source>
        <label>output</label>
        <translation>No output</translation>
    </message>
    <message id="output.new">
        <source>new in this step</source>
        <label>output</label>
        <translation>new in this step</translation>
    </message>
    <message id="output.ask">
        <source>Click or press Enter to go to the step that wrote this</source>
        <label>output</label>
        <translation>Click or press Enter to go to the step that wrote this</translation>
    </message>
    <message id="output.show">
        <source>Streams to show</source>
        <label>output</label>
        <translation>Streams to show</translation>
    </message>
    <message id="output.show_both">
        <source>Both</source>
        <label>output</label>
        <translation>Both</translation>
    </message>
    <message id="output.show_output">
        <source>Output</source>
        <label>output</label>
        <translation>Output</translation>
    </message>
    <message id="output.show_errors">
        <source>Errors</source>
        <label>output</label>
        <translation>Errors</translation>
    </message>
    <message id="print.title">
        <source>{name} — step {step} of {steps}, line {line}</source>
        <label>print</label>
        <translation>{name} — step {step} of {steps}, line {line}</translation>
    </message>
    <message id="output.left_out">
        <source>first {megabytes} MB not shown</source>
        <extracomment>{megabytes}: a number</extracomment>
        <label>output</label>
        <translation>first {megabytes} MB not shown</translation>
    </message>
    <message id="output.later">
        <source>later: steps {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>output</label>
        <translation>later: steps {first} to {last}</translation>
    </message>
    <message id="output.later_one">
        <source>later: step {last}</source>
        <extracomment>{last}: a number</extracomment>
        <label>output</label>
        <translation>later: step {last}</translation>
    </message>
    <message id="input.waits">
        <source>The program is waiting for input.</source>
        <label>input</label>
        <translation>The program is waiting for input.</translation>
    </message>
    <message id="input.end_hint">
        <source>Ctrl+D ends input</source>
        <label>input</label>
        <translation>Ctrl+D ends input</translation>
    </message>
    <message id="input.enter">
        <source>Enter</source>
        <label>input</label>
        <translation>Enter</translation>
    </message>
    <message id="input.same" numerus="yes">
        <source>Use the same answers (%n)</source>
        <label>input</label>
        <translation>
            <numerusform>Use the same answer (%n)</numerusform>
            <numerusform>Use the same answers (%n)</numerusform>
        </translation>
    </message>
    <message id="input.field">
        <source>Line of standard input</source>
        <label>input</label>
        <translation>Line of standard input</translation>
    </message>
    <message id="level.name">
        <source>Level of detail</source>
        <label>level</label>
        <translation>Level of detail</translation>
    </message>
    <message id="level.1">
        <source>Values</source>
        <extracomment>on a button; the names of the four levels stand beside each other</extracomment>
        <label>level</label>
        <translation>Values</translation>
    </message>
    <message id="level.2">
        <source>Objects</source>
        <label>level</label>
        <translation>Objects</translation>
    </message>
    <message id="level.3">
        <source>Counts</source>
        <label>level</label>
        <translation>Counts</translation>
    </message>
    <message id="level.4">
        <source>Regions</source>
        <label>level</label>
        <translation>Regions</translation>
    </message>
    <message id="level.1.hint">
        <source>Names and values: small values are shown in the row that refers to them</source>
        <label>level</label>
        <translation>Names and values: small values are shown in the row that refers to them</translation>
    </message>
    <message id="level.2.hint">
        <source>Every shared object has a card; names point to it</source>
        <label>level</label>
        <translation>Every shared object has a card; names point to it</translation>
    </message>
    <message id="level.3.hint">
        <source>Reference counts, addresses and sizes</source>
        <label>level</label>
        <translation>Reference counts, addresses and sizes</translation>
    </message>
    <message id="level.4.hint">
        <source>Text, Data, Stack and Heap</source>
        <label>level</label>
        <translation>Text, Data, Stack and Heap</translation>
    </message>
    <message id="diagram.name">
        <source>Diagram of frames and objects</source>
        <label>diagram</label>
        <translation>Diagram of frames and objects</translation>
    </message>
    <message id="addresses.name">
        <source>Address space: blocks of memory</source>
        <label>addresses</label>
        <translation>Address space: blocks of memory</translation>
    </message>
    <message id="diagram.empty">
        <source>Nothing is recorded yet. Type or open a program, then press Record {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>diagram</label>
        <translation>Nothing is recorded yet. Type or open a program, then press Record {keys}.</translation>
    </message>
    <message id="diagram.no_step">
        <source>No step of this recording can be read. Open another file {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+O</extracomment>
        <label>diagram</label>
        <translation>No step of this recording can be read. Open another file {keys}.</translation>
    </message>
    <message id="diagram.no_step_again">
        <source>No step of this recording can be read. Press Record {keys} to record the program again.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>diagram</label>
        <translation>No step of this recording can be read. Press Record {keys} to record the program again.</translation>
    </message>
    <message id="diagram.starting">
        <source>Starting the program…</source>
        <label>diagram</label>
        <translation>Starting the program…</translation>
    </message>
    <message id="text_search.hint">
        <source>Find in the program</source>
        <label>text_search</label>
        <translation>Find in the program</translation>
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
        <translation>Match case</translation>
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
        <translation>Match whole words</translation>
    </message>
    <message id="text_search.with">
        <source>Replace with</source>
        <label>text_search</label>
        <translation>Replace with</translation>
    </message>
    <message id="text_search.replace">
        <source>Replace</source>
        <label>text_search</label>
        <translation>Replace</translation>
    </message>
    <message id="text_search.replace_all">
        <source>Replace all</source>
        <label>text_search</label>
        <translation>Replace all</translation>
    </message>
    <message id="text_search.replaced" numerus="yes">
        <source>%n replaced</source>
        <label>text_search</label>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message id="search.name">
        <source>Find an object</source>
        <label>search</label>
        <translation>Find an object</translation>
    </message>
    <message id="search.hint">
        <source>name, type, value, address, #number</source>
        <label>search</label>
        <translation>name, type, value, address, #number</translation>
    </message>
    <message id="search.previous">
        <source>Previous match</source>
        <label>search</label>
        <translation>Previous match</translation>
    </message>
    <message id="search.next">
        <source>Next match</source>
        <label>search</label>
        <translation>Next match</translation>
    </message>
    <message id="search.close">
        <source>Close search</source>
        <label>search</label>
        <translation>Close search</translation>
    </message>
    <message id="search.none">
        <source>no matches</source>
        <label>search</label>
        <translation>no matches</translation>
    </message>
    <message id="search.one">
        <source>1 match</source>
        <label>search</label>
        <translation>1 match</translation>
    </message>
    <message id="search.count" numerus="yes">
        <source>{at} of %n matches</source>
        <extracomment>{at}: which of them</extracomment>
        <label>search</label>
        <translation>
            <numerusform>{at} of %n match</numerusform>
            <numerusform>{at} of %n matches</numerusform>
        </translation>
    </message>
    <message id="filter.name">
        <source>Diagram filter</source>
        <label>filter</label>
        <translation>Diagram filter</translation>
    </message>
    <message id="filter.show_all">
        <source>Show all</source>
        <label>filter</label>
        <translation>Show all</translation>
    </message>
    <message id="filter.undo">
        <source>Show again</source>
        <label>filter</label>
        <translation>Show again</translation>
    </message>
    <message id="filter.of_type" numerus="yes">
        <source>%n × {name} hidden</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>filter</label>
        <translation>
            <numerusform>%n {name} hidden</numerusform>
            <numerusform>%n × {name} hidden</numerusform>
        </translation>
    </message>
    <message id="types.title">
        <source>Objects by type</source>
        <label>types</label>
        <translation>Objects by type</translation>
    </message>
    <message id="types.all" numerus="yes">
        <source>%n in total</source>
        <label>types</label>
        <translation>
            <numerusform>%n in total</numerusform>
            <numerusform>%n in total</numerusform>
        </translation>
    </message>
    <message id="types.type">
        <source>Type</source>
        <label>types</label>
        <translation>Type</translation>
    </message>
    <message id="types.count">
        <source>Objects</source>
        <label>types</label>
        <translation>Objects</translation>
    </message>
    <message id="types.size">
        <source>Size</source>
        <label>types</label>
        <translation>Size</translation>
    </message>
    <message id="types.hint">
        <source>Checked types are drawn; the selected type is highlighted in the diagram</source>
        <label>types</label>
        <translation>Checked types are drawn; the selected type is highlighted in the diagram</translation>
    </message>
    <message id="variables.title">
        <source>Variables</source>
        <label>variables</label>
        <translation>Variables</translation>
    </message>
    <message id="variables.hint">
        <source>Names and values in the running call, its callers and the module. Select a name to select its object in the diagram.</source>
        <label>variables</label>
        <translation>Names and values in the running call, its callers and the module. Select a name to select its object in the diagram.</translation>
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
        <translation>is {name} in {scope}</translation>
    </message>
    <message id="variables.same_object">
        <source>the same object as {names}</source>
        <extracomment>{names}: one or several names, each with its function in brackets</extracomment>
        <label>variables</label>
        <translation>the same object as {names}</translation>
    </message>
    <message id="variables.was">
        <source>was {value}</source>
        <label>variables</label>
        <translation>was {value}</translation>
    </message>
    <message id="variables.running">
        <source>running now</source>
        <label>variables</label>
        <translation>running now</translation>
    </message>
    <message id="watch.title">
        <source>Watched</source>
        <label>watch</label>
        <translation>Watched</translation>
    </message>
    <message id="watch.hint">
        <source>Watch: a[j], len(queue)</source>
        <label>watch</label>
        <translation>Watch: a[j], len(queue)</translation>
    </message>
    <message id="watch.name">
        <source>Expression to watch. It is evaluated from the recording at every step; no code runs.</source>
        <label>watch</label>
        <translation>Expression to watch. It is evaluated from the recording at every step; no code runs.</translation>
    </message>
    <message id="watch.add">
        <source>Watch this expression</source>
        <label>watch</label>
        <translation>Watch this expression</translation>
    </message>
    <message id="watch.expression">
        <source>Expression…</source>
        <label>watch</label>
        <translation>Expression…</translation>
    </message>
    <message id="calls.title">
        <source>Calls</source>
        <label>calls</label>
        <translation>Calls</translation>
    </message>
    <message id="calls.hint">
        <source>Double-click a call to go to its first step</source>
        <label>calls</label>
        <translation>Double-click a call to go to its first step</translation>
    </message>
    <message id="calls.all" numerus="yes">
        <source>%n calls</source>
        <label>calls</label>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message id="calls.yielded">
        <source>yields {value}</source>
        <label>calls</label>
        <translation>yields {value}</translation>
    </message>
    <message id="calls.raised">
        <source>raises {value}</source>
        <label>calls</label>
        <translation>raises {value}</translation>
    </message>
    <message id="calls.returned">
        <source>returned {value}</source>
        <label>calls</label>
        <translation>returned {value}</translation>
    </message>
    <message id="calls.later">
        <source>not called yet</source>
        <label>calls</label>
        <translation>not called yet</translation>
    </message>
    <message id="calls.level">
        <source>depth {n}</source>
        <extracomment>{n}: how many calls deep</extracomment>
        <label>calls</label>
        <translation>depth {n}</translation>
    </message>
    <message id="calls.to_first">
        <source>Go to first step ({step})</source>
        <label>calls</label>
        <translation>Go to first step ({step})</translation>
    </message>
    <message id="calls.to_last">
        <source>Go to last step ({step})</source>
        <label>calls</label>
        <translation>Go to last step ({step})</translation>
    </message>
    <message id="trace.title">
        <source>Trace table</source>
        <label>trace</label>
        <translation>Trace table</translation>
    </message>
    <message id="trace.hint">
        <source>one step per row: the line that ran, then the values</source>
        <label>trace</label>
        <translation>one step per row: the line that ran, then the values</translation>
    </message>
    <message id="trace.reading">
        <source>read up to step {step} of {steps}</source>
        <label>trace</label>
        <translation>read up to step {step} of {steps}</translation>
    </message>
    <message id="trace.close">
        <source>Hide the trace table</source>
        <label>trace</label>
        <translation>Hide the trace table</translation>
    </message>
    <message id="trace.step">
        <source>Step</source>
        <label>trace</label>
        <translation>Step</translation>
    </message>
    <message id="trace.line">
        <source>Line</source>
        <label>trace</label>
        <translation>Line</translation>
    </message>
    <message id="trace.code">
        <source>Code that ran</source>
        <label>trace</label>
        <translation>Code that ran</translation>
    </message>
    <message id="trace.event">
        <source>Event</source>
        <label>trace</label>
        <translation>Event</translation>
    </message>
    <message id="trace.count_of">
        <source>{name} (count)</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>trace</label>
        <translation>{name} (count)</translation>
    </message>
    <message id="trace.empty">
        <source>Nothing is watched yet. Add a name, or select an object and watch it {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>trace</label>
        <translation>Nothing is watched yet. Add a name, or select an object and watch it {keys}.</translation>
    </message>
    <message id="trace.add">
        <source>Add a name</source>
        <label>trace</label>
        <translation>Add a name</translation>
    </message>
    <message id="trace.add_hint">
        <source>Watch another name or object</source>
        <label>trace</label>
        <translation>Watch another name or object</translation>
    </message>
    <message id="trace.only">
        <source>Changes only</source>
        <label>trace</label>
        <translation>Changes only</translation>
    </message>
    <message id="trace.only_hint">
        <source>Show only steps where a watched value changed</source>
        <label>trace</label>
        <translation>Show only steps where a watched value changed</translation>
    </message>
    <message id="trace.counts">
        <source>Counts</source>
        <label>trace</label>
        <translation>Counts</translation>
    </message>
    <message id="trace.counts_hint">
        <source>Show the reference count of each value</source>
        <label>trace</label>
        <translation>Show the reference count of each value</translation>
    </message>
    <message id="trace.save">
        <source>Save CSV</source>
        <label>trace</label>
        <translation>Save CSV</translation>
    </message>
    <message id="trace.save_hint">
        <source>Save the table for a spreadsheet</source>
        <label>trace</label>
        <translation>Save the table for a spreadsheet</translation>
    </message>
    <message id="trace.new">
        <source>new</source>
        <label>trace</label>
        <translation>new</translation>
    </message>
    <message id="trace.changed">
        <source>changed</source>
        <label>trace</label>
        <translation>changed</translation>
    </message>
    <message id="trace.counted">
        <source>count changed</source>
        <label>trace</label>
        <translation>count changed</translation>
    </message>
    <message id="trace.gone">
        <source>gone</source>
        <label>trace</label>
        <translation>gone</translation>
    </message>
    <message id="trace.no_name">
        <source>does not exist at this step</source>
        <label>trace</label>
        <translation>does not exist at this step</translation>
    </message>
    <message id="trace.column_hint">
        <source>Drag to move; right-click to move or remove</source>
        <label>trace</label>
        <translation>Drag to move; right-click to move or remove</translation>
    </message>
    <message id="trace.nothing">
        <source>No names in this recording</source>
        <label>trace</label>
        <translation>No names in this recording</translation>
    </message>
    <message id="trace.globals">
        <source>Names of {file}</source>
        <extracomment>{file}: a file</extracomment>
        <label>trace</label>
        <translation>Names of {file}</translation>
    </message>
    <message id="trace.names_of">
        <source>Names of {function}</source>
        <extracomment>{function}: a function&apos;s name</extracomment>
        <label>trace</label>
        <translation>Names of {function}</translation>
    </message>
    <message id="trace.move_left">
        <source>Move left</source>
        <label>trace</label>
        <translation>Move left</translation>
    </message>
    <message id="trace.move_right">
        <source>Move right</source>
        <label>trace</label>
        <translation>Move right</translation>
    </message>
    <message id="trace.remove">
        <source>Remove</source>
        <label>trace</label>
        <translation>Remove</translation>
    </message>
    <message id="trace.watch">
        <source>Watch {name}</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>trace</label>
        <translation>Watch {name}</translation>
    </message>
    <message id="object.referrers">
        <source>What refers to it</source>
        <extracomment>a menu in the menu of an object: lists what refers to it</extracomment>
        <label>object</label>
        <translation>What refers to it</translation>
    </message>
    <message id="object.no_referrers">
        <source>Nothing that the program holds</source>
        <extracomment>in the menu of what refers to an object: there is nothing</extracomment>
        <label>object</label>
        <translation>Nothing that the program holds</translation>
    </message>
    <message id="object.birth">
        <source>Go to where it was created</source>
        <extracomment>in the menu of an object</extracomment>
        <label>object</label>
        <translation>Go to where it was created</translation>
    </message>
    <message id="object.previous_change">
        <source>Go to the previous change</source>
        <extracomment>in the menu of an object, or of a name</extracomment>
        <label>object</label>
        <translation>Go to the previous change</translation>
    </message>
    <message id="object.next_change">
        <source>Go to the next change</source>
        <extracomment>in the menu of an object, or of a name</extracomment>
        <label>object</label>
        <translation>Go to the next change</translation>
    </message>
    <message id="object.watch">
        <source>Watch</source>
        <extracomment>in the menu of an object, or of a name: as a column of the trace table</extracomment>
        <label>object</label>
        <translation>Watch</translation>
    </message>
    <message id="object.copy">
        <source>Copy value</source>
        <extracomment>in the menu of an object</extracomment>
        <label>object</label>
        <translation>Copy value</translation>
    </message>
    <message id="object.inspect">
        <source>Show details</source>
        <extracomment>in the menu of an object: shows all that is known of it, beside the picture</extracomment>
        <label>object</label>
        <translation>Show details</translation>
    </message>
    <message id="object.hide_type">
        <source>Hide all {type} objects</source>
        <extracomment>in the menu of an object; {type}: a type, as in list</extracomment>
        <label>object</label>
        <translation>Hide all {type} objects</translation>
    </message>
    <message id="event.call">
        <source>call</source>
        <label>event</label>
        <translation>call</translation>
    </message>
    <message id="event.return">
        <source>return</source>
        <label>event</label>
        <translation>return</translation>
    </message>
    <message id="event.yield">
        <source>yield</source>
        <label>event</label>
        <translation>yield</translation>
    </message>
    <message id="event.resume">
        <source>resume</source>
        <label>event</label>
        <translation>resume</translation>
    </message>
    <message id="event.exception">
        <source>exception</source>
        <label>event</label>
        <translation>exception</translation>
    </message>
    <message id="event.finish">
        <source>end</source>
        <label>event</label>
        <translation>end</translation>
    </message>
    <message id="event.uncaught">
        <source>not caught</source>
        <label>event</label>
        <translation>not caught</translation>
    </message>
    <message id="step.title">
        <source>This step</source>
        <label>step</label>
        <translation>This step</translation>
    </message>
    <message id="refused.stop">
        <source>Nothing is running.</source>
        <label>refused</label>
        <translation>Nothing is running.</translation>
    </message>
    <message id="refused.running">
        <source>The program is still running.</source>
        <label>refused</label>
        <translation>The program is still running.</translation>
    </message>
    <message id="refused.record_same">
        <source>The recorded program has read no input.</source>
        <label>refused</label>
        <translation>The recorded program has read no input.</translation>
    </message>
    <message id="refused.presentation">
        <source>Not available in a presentation.</source>
        <label>refused</label>
        <translation>Not available in a presentation.</translation>
    </message>
    <message id="refused.next_thread">
        <source>The program has only one thread at this step.</source>
        <label>refused</label>
        <translation>The program has only one thread at this step.</translation>
    </message>
    <message id="refused.bookmarks">
        <source>There are no bookmarks.</source>
        <label>refused</label>
        <translation>There are no bookmarks.</translation>
    </message>
    <message id="step.nothing">
        <source>Nothing is recorded yet.</source>
        <label>step</label>
        <translation>Nothing is recorded yet.</translation>
    </message>
    <message id="step.unreadable">
        <source>No step can be read.</source>
        <label>step</label>
        <translation>No step can be read.</translation>
    </message>
    <message id="step.unchanged">
        <source>Nothing changes in the diagram.</source>
        <label>step</label>
        <translation>Nothing changes in the diagram.</translation>
    </message>
    <message id="step.more" numerus="yes">
        <source>and %n more changes</source>
        <label>step</label>
        <translation>
            <numerusform>and %n more change</numerusform>
            <numerusform>and %n more changes</numerusform>
        </translation>
    </message>
    <message id="bookmark.title">
        <source>Bookmarks</source>
        <label>bookmark</label>
        <translation>Bookmarks</translation>
    </message>
    <message id="bookmark.note">
        <source>Note</source>
        <label>bookmark</label>
        <translation>Note</translation>
    </message>
    <message id="bookmark.write">
        <source>Write a note</source>
        <label>bookmark</label>
        <translation>Write a note</translation>
    </message>
    <message id="bookmark.remove">
        <source>Remove bookmark</source>
        <label>bookmark</label>
        <translation>Remove bookmark</translation>
    </message>
    <message id="bookmark.without_note">
        <source>no note</source>
        <label>bookmark</label>
        <translation>no note</translation>
    </message>
    <message id="bookmark.kept">
        <source>saved in the recording</source>
        <label>bookmark</label>
        <translation>saved in the recording</translation>
    </message>
    <message id="bookmark.not_kept">
        <source>not saved in the file: save a copy of the recording</source>
        <label>bookmark</label>
        <translation>not saved in the file: save a copy of the recording</translation>
    </message>
    <message id="inspector.title">
        <source>Selected object</source>
        <label>inspector</label>
        <translation>Selected object</translation>
    </message>
    <message id="inspector.close">
        <source>Clear selection</source>
        <label>inspector</label>
        <translation>Clear selection</translation>
    </message>
    <message id="inspector.back">
        <source>Previous object</source>
        <label>inspector</label>
        <translation>Previous object</translation>
    </message>
    <message id="inspector.watch">
        <source>Watch it in the trace table</source>
        <label>inspector</label>
        <translation>Watch it in the trace table</translation>
    </message>
    <message id="inspector.nothing">
        <source>Nothing selected. Click an object.</source>
        <label>inspector</label>
        <translation>Nothing selected. Click an object.</translation>
    </message>
    <message id="inspector.not_there">
        <source>Object #{serial} does not exist at this step.</source>
        <extracomment>{serial}: an object&apos;s number</extracomment>
        <label>inspector</label>
        <translation>Object #{serial} does not exist at this step.</translation>
    </message>
    <message id="inspector.absent">
        <source>{what} does not exist at this step.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>inspector</label>
        <translation>{what} does not exist at this step.</translation>
    </message>
    <message id="inspector.type">
        <source>Type</source>
        <label>inspector</label>
        <translation>Type</translation>
    </message>
    <message id="inspector.items" numerus="yes">
        <source>{type}, %n items</source>
        <extracomment>{type}: a type, as in list</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>{type}, %n item</numerusform>
            <numerusform>{type}, %n items</numerusform>
        </translation>
    </message>
    <message id="inspector.address">
        <source>Address</source>
        <label>inspector</label>
        <translation>Address</translation>
    </message>
    <message id="inspector.size">
        <source>Size</source>
        <label>inspector</label>
        <translation>Size</translation>
    </message>
    <message id="inspector.count">
        <source>Count</source>
        <label>inspector</label>
        <translation>Count</translation>
    </message>
    <message id="inspector.immortal">
        <source>∞ never freed, not counted</source>
        <label>inspector</label>
        <translation>∞ never freed, not counted</translation>
    </message>
    <message id="inspector.unknown">
        <source>unknown: this trace does not have it</source>
        <label>inspector</label>
        <translation>unknown: this trace does not have it</translation>
    </message>
    <message id="inspector.reach">
        <source>State</source>
        <label>inspector</label>
        <translation>State</translation>
    </message>
    <message id="inspector.unreachable">
        <source>unreachable: kept alive only by a cycle</source>
        <label>inspector</label>
        <translation>unreachable: kept alive only by a cycle</translation>
    </message>
    <message id="inspector.referrers">
        <source>Referenced by</source>
        <label>inspector</label>
        <translation>Referenced by</translation>
    </message>
    <message id="inspector.interpreter">
        <source>held by the interpreter</source>
        <label>inspector</label>
        <translation>held by the interpreter</translation>
    </message>
    <message id="inspector.undrawn_type_links" numerus="yes">
        <source>%n not drawn: references from instances to their class</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n not drawn: a reference from an instance to its class</numerusform>
            <numerusform>%n not drawn: references from instances to their class</numerusform>
        </translation>
    </message>
    <message id="inspector.undrawn_folded" numerus="yes">
        <source>%n not drawn: collapsed into the object that holds it</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n not drawn: collapsed into the object that holds it</numerusform>
            <numerusform>%n not drawn: collapsed into the object that holds it</numerusform>
        </translation>
    </message>
    <message id="inspector.undrawn_hidden" numerus="yes">
        <source>%n not drawn: what refers to it is not in the diagram</source>
        <extracomment>references that no arrow of the picture stands for, and why</extracomment>
        <label>inspector</label>
        <translation>
            <numerusform>%n not drawn: what refers to it is not in the diagram</numerusform>
            <numerusform>%n not drawn: what refers to it is not in the diagram</numerusform>
        </translation>
    </message>
    <message id="inspector.more_references" numerus="yes">
        <source>%n more like these</source>
        <label>inspector</label>
        <translation>
            <numerusform>%n more like this</numerusform>
            <numerusform>%n more like these</numerusform>
        </translation>
    </message>
    <message id="inspector.sum">
        <source>= reference count</source>
        <label>inspector</label>
        <translation>= reference count</translation>
    </message>
    <message id="inspector.why">
        <source>Why it is alive</source>
        <label>inspector</label>
        <translation>Why it is alive</translation>
    </message>
    <message id="inspector.no_name">
        <source>No name in the program reaches it.</source>
        <label>inspector</label>
        <translation>No name in the program reaches it.</translation>
    </message>
    <message id="inspector.life">
        <source>Lifetime</source>
        <label>inspector</label>
        <translation>Lifetime</translation>
    </message>
    <message id="inspector.looking">
        <source>Looking through the recording…</source>
        <label>inspector</label>
        <translation>Looking through the recording…</translation>
    </message>
    <message id="inspector.memory">
        <source>Memory</source>
        <label>inspector</label>
        <translation>Memory</translation>
    </message>
    <message id="inspector.part_collector">
        <source>Collector&apos;s head</source>
        <label>inspector</label>
        <translation>Collector&apos;s head</translation>
    </message>
    <message id="inspector.part_header">
        <source>Header</source>
        <label>inspector</label>
        <translation>Header</translation>
    </message>
    <message id="inspector.part_payload">
        <source>Contents</source>
        <label>inspector</label>
        <translation>Contents</translation>
    </message>
    <message id="inspector.part_deleted">
        <source>Deleted entries</source>
        <extracomment>bytes of a dict&apos;s table that deleted entries keep</extracomment>
        <label>inspector</label>
        <translation>Deleted entries</translation>
    </message>
    <message id="inspector.part_spare">
        <source>Spare</source>
        <label>inspector</label>
        <translation>Spare</translation>
    </message>
    <message id="inspector.part_spare_places">
        <source>Spare, {places} free</source>
        <extracomment>{places}: places of a list or table that nothing has taken</extracomment>
        <label>inspector</label>
        <translation>Spare, {places} free</translation>
    </message>
    <message id="inspector.part_other">
        <source>Fields of its type</source>
        <label>inspector</label>
        <translation>Fields of its type</translation>
    </message>
    <message id="inspector.part_size">
        <source>= size (sys.getsizeof)</source>
        <label>inspector</label>
        <translation>= size (sys.getsizeof)</translation>
    </message>
    <message id="inspector.part_attributes">
        <source>Room for attributes, in the same block</source>
        <label>inspector</label>
        <translation>Room for attributes, in the same block</translation>
    </message>
    <message id="inspector.part_rounding">
        <source>Unused end of the block</source>
        <label>inspector</label>
        <translation>Unused end of the block</translation>
    </message>
    <message id="inspector.part_block">
        <source>= block of the allocator</source>
        <label>inspector</label>
        <translation>= block of the allocator</translation>
    </message>
    <message id="inspector.part_blocks">
        <source>= both blocks of the allocator</source>
        <label>inspector</label>
        <translation>= both blocks of the allocator</translation>
    </message>
    <message id="inspector.part_unknown">
        <source>How its bytes are divided is not known.</source>
        <label>inspector</label>
        <translation>How its bytes are divided is not known.</translation>
    </message>
    <message id="inspector.value">
        <source>Value</source>
        <label>inspector</label>
        <translation>Value</translation>
    </message>
    <message id="inspector.rows">
        <source>rows {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>inspector</label>
        <translation>rows {first} to {last}</translation>
    </message>
    <message id="inspector.letters">
        <source>characters {first} to {last}</source>
        <extracomment>{first}: the first number; {last}: the last number</extracomment>
        <label>inspector</label>
        <translation>characters {first} to {last}</translation>
    </message>
    <message id="inspector.not_recorded" numerus="yes">
        <source>%n more characters were not recorded.</source>
        <label>inspector</label>
        <translation>
            <numerusform>%n more character was not recorded.</numerusform>
            <numerusform>%n more characters were not recorded.</numerusform>
        </translation>
    </message>
    <message id="inspector.more" numerus="yes">
        <source>and %n more</source>
        <label>inspector</label>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message id="value.name">
        <source>name</source>
        <label>value</label>
        <translation>name</translation>
    </message>
    <message id="value.line">
        <source>from line</source>
        <extracomment>before the number of the line at which a function begins</extracomment>
        <label>value</label>
        <translation>from line</translation>
    </message>
    <message id="value.state">
        <source>state</source>
        <label>value</label>
        <translation>state</translation>
    </message>
    <message id="value.function">
        <source>function</source>
        <label>value</label>
        <translation>function</translation>
    </message>
    <message id="value.contents">
        <source>contents</source>
        <extracomment>before what a cell holds</extracomment>
        <label>value</label>
        <translation>contents</translation>
    </message>
    <message id="value.over">
        <source>iterates over</source>
        <extracomment>before what an iterator walks over</extracomment>
        <label>value</label>
        <translation>iterates over</translation>
    </message>
    <message id="value.position">
        <source>next item</source>
        <extracomment>before the position of an iterator</extracomment>
        <label>value</label>
        <translation>next item</translation>
    </message>
    <message id="value.referent">
        <source>object</source>
        <extracomment>before what a weak reference refers to</extracomment>
        <label>value</label>
        <translation>object</translation>
    </message>
    <message id="history.title">
        <source>Count by step</source>
        <label>history</label>
        <translation>Count by step</translation>
    </message>
    <message id="history.changes">
        <source>Changes: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>history</label>
        <translation>Changes: {count}</translation>
    </message>
    <message id="history.row">
        <source>step {step}:  {before} → {now}</source>
        <extracomment>{step}: a step&apos;s number; {before}: the count before; {now}: the count now</extracomment>
        <label>history</label>
        <translation>step {step}:  {before} → {now}</translation>
    </message>
    <message id="history.value">
        <source>step {step}:  value changed</source>
        <extracomment>{step}: a step&apos;s number</extracomment>
        <label>history</label>
        <translation>step {step}:  value changed</translation>
    </message>
    <message id="bytecode.title">
        <source>Bytecode of line {line}</source>
        <extracomment>{line}: a line number</extracomment>
        <label>bytecode</label>
        <translation>Bytecode of line {line}</translation>
    </message>
    <message id="bytecode.none">
        <source>This line has no bytecode instructions in this Python version.</source>
        <label>bytecode</label>
        <translation>This line has no bytecode instructions in this Python version.</translation>
    </message>
    <message id="bytecode.version">
        <source>Recorded with Python {recorded}, compiled here with Python {here}.</source>
        <extracomment>{recorded}: a version; {here}: a version</extracomment>
        <label>bytecode</label>
        <translation>Recorded with Python {recorded}, compiled here with Python {here}.</translation>
    </message>
    <message id="bytecode.loads">
        <source>+1: the stack refers to it too</source>
        <label>bytecode</label>
        <translation>+1: the stack refers to it too</translation>
    </message>
    <message id="bytecode.loads_two">
        <source>+1 each: the stack refers to both</source>
        <label>bytecode</label>
        <translation>+1 each: the stack refers to both</translation>
    </message>
    <message id="bytecode.borrows">
        <source>0: the stack only borrows the name&apos;s reference</source>
        <label>bytecode</label>
        <translation>0: the stack only borrows the name&apos;s reference</translation>
    </message>
    <message id="bytecode.takes_out">
        <source>the name&apos;s reference moves to the stack</source>
        <label>bytecode</label>
        <translation>the name&apos;s reference moves to the stack</translation>
    </message>
    <message id="bytecode.binds">
        <source>the name takes over the stack&apos;s reference; −1 for its previous object</source>
        <label>bytecode</label>
        <translation>the name takes over the stack&apos;s reference; −1 for its previous object</translation>
    </message>
    <message id="bytecode.binds_two">
        <source>two names take over the stack&apos;s references; −1 for their previous objects</source>
        <label>bytecode</label>
        <translation>two names take over the stack&apos;s references; −1 for their previous objects</translation>
    </message>
    <message id="bytecode.binds_and_loads">
        <source>one name takes over a reference; +1 for the other name&apos;s object</source>
        <label>bytecode</label>
        <translation>one name takes over a reference; +1 for the other name&apos;s object</translation>
    </message>
    <message id="bytecode.unbinds">
        <source>−1: the name is deleted</source>
        <label>bytecode</label>
        <translation>−1: the name is deleted</translation>
    </message>
    <message id="bytecode.drops">
        <source>−1: the stack releases it</source>
        <label>bytecode</label>
        <translation>−1: the stack releases it</translation>
    </message>
    <message id="bytecode.reads_part">
        <source>+1 for the value read; −1 for the object it is read from</source>
        <label>bytecode</label>
        <translation>+1 for the value read; −1 for the object it is read from</translation>
    </message>
    <message id="bytecode.puts_part">
        <source>the object takes over the reference; −1 for the old value</source>
        <label>bytecode</label>
        <translation>the object takes over the reference; −1 for the old value</translation>
    </message>
    <message id="bytecode.removes_part">
        <source>−1 for the removed value</source>
        <label>bytecode</label>
        <translation>−1 for the removed value</translation>
    </message>
    <message id="bytecode.computes">
        <source>−1 for each operand; the result is on the stack</source>
        <label>bytecode</label>
        <translation>−1 for each operand; the result is on the stack</translation>
    </message>
    <message id="bytecode.collects">
        <source>the container takes over the references</source>
        <label>bytecode</label>
        <translation>the container takes over the references</translation>
    </message>
    <message id="bytecode.copies_in">
        <source>+1 for each item</source>
        <label>bytecode</label>
        <translation>+1 for each item</translation>
    </message>
    <message id="bytecode.unpacks">
        <source>+1 for each item; −1 for the unpacked object</source>
        <label>bytecode</label>
        <translation>+1 for each item; −1 for the unpacked object</translation>
    </message>
    <message id="bytecode.calls">
        <source>the call takes over the arguments, −1 each when it ends; the result is on the stack</source>
        <label>bytecode</label>
        <translation>the call takes over the arguments, −1 each when it ends; the result is on the stack</translation>
    </message>
    <message id="bytecode.makes_function">
        <source>the function takes over its code and defaults</source>
        <label>bytecode</label>
        <translation>the function takes over its code and defaults</translation>
    </message>
    <message id="bytecode.iterates">
        <source>the iterator refers to it from now on</source>
        <label>bytecode</label>
        <translation>the iterator refers to it from now on</translation>
    </message>
    <message id="bytecode.takes_next">
        <source>+1 for the next item</source>
        <label>bytecode</label>
        <translation>+1 for the next item</translation>
    </message>
    <message id="bytecode.hands_out">
        <source>the reference passes to the caller</source>
        <label>bytecode</label>
        <translation>the reference passes to the caller</translation>
    </message>
    <message id="bytecode.hands_out_constant">
        <source>+1 for the constant, passed to the caller</source>
        <label>bytecode</label>
        <translation>+1 for the constant, passed to the caller</translation>
    </message>
    <message id="bytecode.jumps">
        <source>−1: the tested value is released</source>
        <label>bytecode</label>
        <translation>−1: the tested value is released</translation>
    </message>
    <message id="bytecode.raises">
        <source>the exception propagates</source>
        <label>bytecode</label>
        <translation>the exception propagates</translation>
    </message>
    <message id="bytecode.imports">
        <source>+1 for the module</source>
        <label>bytecode</label>
        <translation>+1 for the module</translation>
    </message>
    <message id="bytecode.other">
        <source>not described</source>
        <label>bytecode</label>
        <translation>not described</translation>
    </message>
    <message id="dock.close">
        <source>Hide this panel</source>
        <label>dock</label>
        <translation>Hide this panel</translation>
    </message>
    <message id="sides.code">
        <source>Code</source>
        <label>sides</label>
        <translation>Code</translation>
    </message>
    <message id="sides.diagram">
        <source>Diagram</source>
        <label>sides</label>
        <translation>Diagram</translation>
    </message>
    <message id="sides.name">
        <source>Code or diagram</source>
        <label>sides</label>
        <translation>Code or diagram</translation>
    </message>
    <message id="timeline.calls">
        <source>Calls</source>
        <label>timeline</label>
        <translation>Calls</translation>
    </message>
    <message id="timeline.events">
        <source>Events</source>
        <label>timeline</label>
        <translation>Events</translation>
    </message>
    <message id="timeline.live">
        <source>Live objects</source>
        <label>timeline</label>
        <translation>Live objects</translation>
    </message>
    <message id="timeline.bytes">
        <source>Heap bytes</source>
        <label>timeline</label>
        <translation>Heap bytes</translation>
    </message>
    <message id="timeline.above">
        <source>Call rows above: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>timeline</label>
        <translation>Call rows above: {count}</translation>
    </message>
    <message id="timeline.below">
        <source>Deeper call rows below: {count}</source>
        <extracomment>{count}: how many</extracomment>
        <label>timeline</label>
        <translation>Deeper call rows below: {count}</translation>
    </message>
    <message id="timeline.hint">
        <source>Step {step}: line {line}, {function}</source>
        <extracomment>{step}: a step&apos;s number; {line}: a line number; {function}: a function&apos;s name</extracomment>
        <label>timeline</label>
        <translation>Step {step}: line {line}, {function}</translation>
    </message>
    <message id="timeline.hint_call">
        <source>{function}: steps {first} to {last}</source>
        <extracomment>{function}: a function&apos;s name; {first}: the first number; {last}: the last number</extracomment>
        <label>timeline</label>
        <translation>{function}: steps {first} to {last}</translation>
    </message>
    <message id="timeline.hint_call_open">
        <source>{function}: from step {first} on</source>
        <extracomment>{function}: a function&apos;s name; {first}: the first number</extracomment>
        <label>timeline</label>
        <translation>{function}: from step {first} on</translation>
    </message>
    <message id="timeline.hint_heap" numerus="yes">
        <source>; %n objects, {size}</source>
        <extracomment>is added to the line before; {size}: a size, as in 72 B</extracomment>
        <label>timeline</label>
        <translation>
            <numerusform>; %n object, {size}</numerusform>
            <numerusform>; %n objects, {size}</numerusform>
        </translation>
    </message>
    <message id="transport.step">
        <source>Step</source>
        <label>transport</label>
        <translation>Step</translation>
    </message>
    <message id="transport.of">
        <source>of {steps}</source>
        <extracomment>stands behind the field with the step&apos;s number; {steps}: how many steps</extracomment>
        <label>transport</label>
        <translation>of {steps}</translation>
    </message>
    <message id="transport.of_so_far">
        <source>of {steps} so far</source>
        <extracomment>{steps}: how many steps</extracomment>
        <label>transport</label>
        <translation>of {steps} so far</translation>
    </message>
    <message id="transport.speed">
        <source>Speed</source>
        <label>transport</label>
        <translation>Speed</translation>
    </message>
    <message id="transport.per_second">
        <source>{speed} steps/s</source>
        <extracomment>{speed}: a number</extracomment>
        <label>transport</label>
        <translation>{speed} steps/s</translation>
    </message>
    <message id="transport.slider">
        <source>Steps of the recording</source>
        <label>transport</label>
        <translation>Steps of the recording</translation>
    </message>
    <message id="notification.no_step_at_line">
        <source>This recording has no step at that line.</source>
        <label>notification</label>
        <translation>This recording has no step at that line.</translation>
    </message>
    <message id="notification.no_breakpoint_after">
        <source>No more breakpoints after this step: this is the last step.</source>
        <label>notification</label>
        <translation>No more breakpoints after this step: this is the last step.</translation>
    </message>
    <message id="notification.no_breakpoint_before">
        <source>No more breakpoints before this step: this is the first step.</source>
        <label>notification</label>
        <translation>No more breakpoints before this step: this is the first step.</translation>
    </message>
    <message id="notification.nothing_selected">
        <source>Nothing is selected. Click a name or an object first, or find one {keys}.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>notification</label>
        <translation>Nothing is selected. Click a name or an object first, or find one {keys}.</translation>
    </message>
    <message id="notification.no_change_after">
        <source>The selected object does not change after this step.</source>
        <label>notification</label>
        <translation>The selected object does not change after this step.</translation>
    </message>
    <message id="notification.no_change_before">
        <source>The selected object does not change before this step.</source>
        <label>notification</label>
        <translation>The selected object does not change before this step.</translation>
    </message>
    <message id="notification.no_rebinding_after">
        <source>The selected name is not rebound after this step.</source>
        <label>notification</label>
        <translation>The selected name is not rebound after this step.</translation>
    </message>
    <message id="notification.no_rebinding_before">
        <source>The selected name is not rebound before this step.</source>
        <label>notification</label>
        <translation>The selected name is not rebound before this step.</translation>
    </message>
    <message id="notification.no_such_step">
        <source>There is no {what}.</source>
        <label>notification</label>
        <translation>There is no {what}.</translation>
    </message>
    <message id="notification.no_birth">
        <source>The step that created the selected object is not known.</source>
        <label>notification</label>
        <translation>The step that created the selected object is not known.</translation>
    </message>
    <message id="notification.no_death">
        <source>The selected object is still alive at the last step.</source>
        <label>notification</label>
        <translation>The selected object is still alive at the last step.</translation>
    </message>
    <message id="notification.then_open">
        <source>{name} will be opened next.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>notification</label>
        <translation>{name} will be opened next.</translation>
    </message>
    <message id="notification.dismiss">
        <source>Dismiss</source>
        <label>notification</label>
        <translation>Dismiss</translation>
    </message>
    <message id="notification.hint">
        <source>Press {keys} to step.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>notification</label>
        <translation>Press {keys} to step.</translation>
    </message>
    <message id="notification.open">
        <source>Open a file</source>
        <label>notification</label>
        <translation>Open a file</translation>
    </message>
    <message id="start.title">
        <source>Start</source>
        <label>start</label>
        <translation>Start</translation>
    </message>
    <message id="start.new">
        <source>New program</source>
        <label>start</label>
        <translation>New program</translation>
    </message>
    <message id="start.open">
        <source>Open a file…</source>
        <label>start</label>
        <translation>Open a file…</translation>
    </message>
    <message id="start.recent">
        <source>Recent files</source>
        <label>start</label>
        <translation>Recent files</translation>
    </message>
    <message id="start.no_recent">
        <source>Programs and recordings that you open are listed here.</source>
        <label>start</label>
        <translation>Programs and recordings that you open are listed here.</translation>
    </message>
    <message id="notification.recording">
        <source>Recording</source>
        <label>notification</label>
        <translation>Recording</translation>
    </message>
    <message id="notification.unrecorded">
        <source>Running, no longer recorded</source>
        <label>notification</label>
        <translation>Running, no longer recorded</translation>
    </message>
    <message id="notification.steps_so_far">
        <source>steps so far: {steps}</source>
        <extracomment>{steps}: how many steps</extracomment>
        <label>notification</label>
        <translation>steps so far: {steps}</translation>
    </message>
    <message id="notification.waits_for_input">
        <source>waiting for input</source>
        <label>notification</label>
        <translation>waiting for input</translation>
    </message>
    <message id="notification.in_deadlock">
        <source>Deadlock: threads wait for each other forever</source>
        <label>notification</label>
        <translation>Deadlock: threads wait for each other forever</translation>
    </message>
    <message id="notification.deadlock">
        <source>{threads} · Stop ends the program and keeps its steps</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <label>notification</label>
        <translation>{threads} · Stop ends the program and keeps its steps</translation>
    </message>
    <message id="notification.ended_in_deadlock">
        <source>Deadlock: {threads}. {kept}</source>
        <extracomment>{threads}: threads, with arrows between them; {kept}: how many steps were kept, a sentence</extracomment>
        <label>notification</label>
        <translation>Deadlock: {threads}. {kept}</translation>
    </message>
    <message id="notification.waits_for_credit">
        <source>paused; step forward to continue</source>
        <label>notification</label>
        <translation>paused; step forward to continue</translation>
    </message>
    <message id="notification.record_all">
        <source>Record to the end</source>
        <label>notification</label>
        <translation>Record to the end</translation>
    </message>
    <message id="notification.go_to_step">
        <source>Go to step {step}</source>
        <extracomment>{step}: a step&apos;s number</extracomment>
        <label>notification</label>
        <translation>Go to step {step}</translation>
    </message>
    <message id="notification.stop">
        <source>Stop</source>
        <label>notification</label>
        <translation>Stop</translation>
    </message>
    <message id="notification.seeking">
        <source>Searching</source>
        <label>notification</label>
        <translation>Searching</translation>
    </message>
    <message id="notification.seeking_at">
        <source>step {step} of {steps}</source>
        <label>notification</label>
        <translation>step {step} of {steps}</translation>
    </message>
    <message id="notification.saving_table">
        <source>Saving the table</source>
        <label>notification</label>
        <translation>Saving the table</translation>
    </message>
    <message id="notification.saved_rows">
        <source>row {row} of {rows}</source>
        <label>notification</label>
        <translation>row {row} of {rows}</translation>
    </message>
    <message id="notification.reading">
        <source>Reading the recording for the timeline</source>
        <label>notification</label>
        <translation>Reading the recording for the timeline</translation>
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
        <translation>Stop</translation>
    </message>
    <message id="notification.edited">
        <source>The code has changed.</source>
        <label>notification</label>
        <translation>The code has changed.</translation>
    </message>
    <message id="notification.live">
        <source>This program may write files or start other programs.</source>
        <label>notification</label>
        <translation>This program may write files or start other programs.</translation>
    </message>
    <message id="notification.live_calls">
        <source>Live mode would run it each time you pause: {calls}</source>
        <extracomment>{calls}: calls in the program</extracomment>
        <label>notification</label>
        <translation>Live mode would run it each time you pause: {calls}</translation>
    </message>
    <message id="notification.live_yes">
        <source>Run live anyway</source>
        <label>notification</label>
        <translation>Run live anyway</translation>
    </message>
    <message id="notification.live_no">
        <source>Don&apos;t run live</source>
        <label>notification</label>
        <translation>Don&apos;t run live</translation>
    </message>
    <message id="notification.not_recorded">
        <source>Could not record.</source>
        <label>notification</label>
        <translation>Could not record.</translation>
    </message>
    <message id="notification.not_opened">
        <source>Could not open.</source>
        <label>notification</label>
        <translation>Could not open.</translation>
    </message>
    <message id="notification.load_file">
        <source>Load its text</source>
        <label>notification</label>
        <translation>Load its text</translation>
    </message>
    <message id="notification.both_changed">
        <source>The file and your text have both changed.</source>
        <label>notification</label>
        <translation>The file and your text have both changed.</translation>
    </message>
    <message id="notification.file_changed">
        <source>Another program has changed the file: this is its new text.</source>
        <label>notification</label>
        <translation>Another program has changed the file: this is its new text.</translation>
    </message>
    <message id="notification.not_saved">
        <source>Could not save.</source>
        <label>notification</label>
        <translation>Could not save.</translation>
    </message>
    <message id="reason.full">
        <source>the disk is full; free some space or choose another place</source>
        <extracomment>why a file was not written</extracomment>
        <label>reason</label>
        <translation>the disk is full; free some space or choose another place</translation>
    </message>
    <message id="reason.permission">
        <source>permission denied</source>
        <extracomment>why a file was not read or written</extracomment>
        <label>reason</label>
        <translation>permission denied</translation>
    </message>
    <message id="reason.read_only">
        <source>the location is read-only</source>
        <extracomment>why a file was not written</extracomment>
        <label>reason</label>
        <translation>the location is read-only</translation>
    </message>
    <message id="reason.missing">
        <source>no such file or folder</source>
        <extracomment>why a file was not read or written</extracomment>
        <label>reason</label>
        <translation>no such file or folder</translation>
    </message>
    <message id="notification.not_printed">
        <source>Not printed.</source>
        <label>notification</label>
        <translation>Not printed.</translation>
    </message>
    <message id="notification.bookmark">
        <source>The bookmark was not saved in the file.</source>
        <label>notification</label>
        <translation>The bookmark was not saved in the file.</translation>
    </message>
    <message id="notification.damaged">
        <source>Part of the recording cannot be read.</source>
        <label>notification</label>
        <translation>Part of the recording cannot be read.</translation>
    </message>
    <message id="notification.read_only">
        <source>Opened as read-only.</source>
        <label>notification</label>
        <translation>Opened as read-only.</translation>
    </message>
    <message id="notification.notebook">
        <source>The code cells of the notebook are a new program that is not saved yet. Lines with % or ! are comments.</source>
        <label>notification</label>
        <translation>The code cells of the notebook are a new program that is not saved yet. Lines with % or ! are comments.</translation>
    </message>
    <message id="notification.read_as">
        <source>Read it as {encoding}</source>
        <extracomment>on a button that opens a file; {encoding}: the name of an encoding, as in cp949</extracomment>
        <label>notification</label>
        <translation>Read it as {encoding}</translation>
    </message>
    <message id="notification.first_opened">
        <source>Of {n} dropped files, the first was opened: {file}.</source>
        <extracomment>{n}: the number of files; {file}: the name of a file</extracomment>
        <label>notification</label>
        <translation>Of {n} dropped files, the first was opened: {file}.</translation>
    </message>
    <message id="notification.read_as_guessed">
        <source>The file is not UTF-8, so Python cannot run it. Saving or recording writes it as UTF-8.</source>
        <label>notification</label>
        <translation>The file is not UTF-8, so Python cannot run it. Saving or recording writes it as UTF-8.</translation>
    </message>
    <message id="notification.separator">
        <source>The file contains a paragraph separator (U+2029), which an editor would lose.</source>
        <label>notification</label>
        <translation>The file contains a paragraph separator (U+2029), which an editor would lose.</translation>
    </message>
    <message id="notification.unsaved_text">
        <source>Unsaved text can be restored.</source>
        <label>notification</label>
        <translation>Unsaved text can be restored.</translation>
    </message>
    <message id="notification.unsaved_text_of" numerus="yes">
        <source>A window closed before {name} was saved (%n lines).</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>notification</label>
        <translation>
            <numerusform>A window closed before {name} was saved (%n line).</numerusform>
            <numerusform>A window closed before {name} was saved (%n lines).</numerusform>
        </translation>
    </message>
    <message id="notification.bring_back">
        <source>Restore</source>
        <label>notification</label>
        <translation>Restore</translation>
    </message>
    <message id="notification.throw_away">
        <source>Discard</source>
        <label>notification</label>
        <translation>Discard</translation>
    </message>
    <message id="notification.not_kept_safe">
        <source>Unsaved text cannot be backed up. Save it yourself.</source>
        <label>notification</label>
        <translation>Unsaved text cannot be backed up. Save it yourself.</translation>
    </message>
    <message id="notification.fault">
        <source>Something went wrong in the window.</source>
        <label>notification</label>
        <translation>Something went wrong in the window.</translation>
    </message>
    <message id="notification.fault_kind">
        <source>{kind}. The window is still running; save your work. The diagnostics contain nothing you typed unless you include it.</source>
        <extracomment>{kind}: the name of the error</extracomment>
        <label>notification</label>
        <translation>{kind}. The window is still running; save your work. The diagnostics contain nothing you typed unless you include it.</translation>
    </message>
    <message id="notification.copy_diagnostic">
        <source>Copy diagnostics</source>
        <label>notification</label>
        <translation>Copy diagnostics</translation>
    </message>
    <message id="notification.copy_with_program">
        <source>Copy with program</source>
        <label>notification</label>
        <translation>Copy with program</translation>
    </message>
    <message id="notification.set_aside">
        <source>The preferences file could not be read.</source>
        <label>notification</label>
        <translation>The preferences file could not be read.</translation>
    </message>
    <message id="notification.slow">
        <source>Recordings with this Python are slow.</source>
        <label>notification</label>
        <translation>Recordings with this Python are slow.</translation>
    </message>
    <message id="notification.slow_why">
        <source>The fast recorder could not be compiled for it: {reason}.</source>
        <extracomment>{reason}: why, as in &quot;there is no C compiler&quot;</extracomment>
        <label>notification</label>
        <translation>The fast recorder could not be compiled for it: {reason}.</translation>
    </message>
    <message id="notification.font_missing">
        <source>Not installed on this computer: {fonts}</source>
        <extracomment>{fonts}: names of fonts</extracomment>
        <label>notification</label>
        <translation>Not installed on this computer: {fonts}</translation>
    </message>
    <message id="notification.font_usual">
        <source>The default font is used instead.</source>
        <label>notification</label>
        <translation>The default font is used instead.</translation>
    </message>
    <message id="notification.settings_not_kept">
        <source>Preferences cannot be saved: their file is not writable.</source>
        <label>notification</label>
        <translation>Preferences cannot be saved: their file is not writable.</translation>
    </message>
    <message id="notification.set_aside_where">
        <source>It was moved to {file}, and the defaults are used instead.</source>
        <extracomment>{file}: a file</extracomment>
        <label>notification</label>
        <translation>It was moved to {file}, and the defaults are used instead.</translation>
    </message>
    <message id="notification.go_there">
        <source>Go there</source>
        <label>notification</label>
        <translation>Go there</translation>
    </message>
    <message id="error.line">
        <source>{kind} on line {line}</source>
        <extracomment>{kind}: an exception, as in NameError; {line}: a line number</extracomment>
        <label>error</label>
        <translation>{kind} on line {line}</translation>
    </message>
    <message id="error.file_line">
        <source>{kind} in {file}, line {line}</source>
        <extracomment>{kind}: an exception, as in NameError; {file}: a file; {line}: a line number</extracomment>
        <label>error</label>
        <translation>{kind} in {file}, line {line}</translation>
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
        <translation>The program asked for more input than it got: type more lines, or add lines to its input file</translation>
    </message>
    <message id="error.unsaved">
        <source>The program is not saved yet and runs in a folder of its own: save it in the folder of its files first</source>
        <label>error</label>
        <translation>The program is not saved yet and runs in a folder of its own: save it in the folder of its files first</translation>
    </message>
    <message id="error.looked">
        <source>The program began in the folder {folder}</source>
        <extracomment>{folder}: a folder&apos;s path</extracomment>
        <label>error</label>
        <translation>The program began in the folder {folder}</translation>
    </message>
    <message id="error.module_above">
        <source>{name} is in a folder above the program: add PYTHONPATH={folder} to the environment variables of the run options</source>
        <extracomment>{name}: a module that was not found; {folder}: a folder&apos;s path</extracomment>
        <label>error</label>
        <translation>{name} is in a folder above the program: add PYTHONPATH={folder} to the environment variables of the run options</translation>
    </message>
    <message id="error.variable">
        <source>Add {name}=value to the environment variables of the run options</source>
        <extracomment>{name}: an environment variable that the program did not find</extracomment>
        <label>error</label>
        <translation>Add {name}=value to the environment variables of the run options</translation>
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
        <translation>Did you mean &apos;{name}&apos;?</translation>
    </message>
    <message id="error.forgot">
        <source>Did you forget to import &apos;{name}&apos;?</source>
        <extracomment>{name}: a module</extracomment>
        <label>error</label>
        <translation>Did you forget to import &apos;{name}&apos;?</translation>
    </message>
    <message id="error.syntax">
        <source>Syntax error on line {line}: {message}</source>
        <extracomment>{line}: a line number; {message}: in Python’s own words</extracomment>
        <label>error</label>
        <translation>Syntax error on line {line}: {message}</translation>
    </message>
    <message id="error.picture_before">
        <source>The diagram still shows the last recording.</source>
        <label>error</label>
        <translation>The diagram still shows the last recording.</translation>
    </message>
    <message id="notification.steps_kept" numerus="yes">
        <source>%n steps recorded.</source>
        <label>notification</label>
        <translation>
            <numerusform>%n step recorded.</numerusform>
            <numerusform>%n steps recorded.</numerusform>
        </translation>
    </message>
    <message id="notification.part">
        <source>Steps {first} to {last} of {whole}.</source>
        <extracomment>{first}, {last}, {whole}: numbers of steps</extracomment>
        <label>notification</label>
        <translation>Steps {first} to {last} of {whole}.</translation>
    </message>
    <message id="end.uncaught">
        <source>An uncaught error stopped the program.</source>
        <label>end</label>
        <translation>An uncaught error stopped the program.</translation>
    </message>
    <message id="end.exited">
        <source>The program exited with code {code}.</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>The program exited with code {code}.</translation>
    </message>
    <message id="end.killed">
        <source>The program was killed by signal {code}.</source>
        <extracomment>{code}: Python code</extracomment>
        <label>end</label>
        <translation>The program was killed by signal {code}.</translation>
    </message>
    <message id="end.uncaught.brief">
        <source>Stopped by an error</source>
        <label>end</label>
        <translation>Stopped by an error</translation>
    </message>
    <message id="end.exited.brief">
        <source>Exit code {code}</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>Exit code {code}</translation>
    </message>
    <message id="end.killed.brief">
        <source>Killed by signal {code}</source>
        <extracomment>{code}: a number</extracomment>
        <label>end</label>
        <translation>Killed by signal {code}</translation>
    </message>
    <message id="end.step-limit">
        <source>Stopped: step limit reached.</source>
        <label>end</label>
        <translation>Stopped: step limit reached.</translation>
    </message>
    <message id="end.time-limit">
        <source>Stopped: time limit reached.</source>
        <label>end</label>
        <translation>Stopped: time limit reached.</translation>
    </message>
    <message id="end.memory-limit">
        <source>Stopped: memory limit reached.</source>
        <label>end</label>
        <translation>Stopped: memory limit reached.</translation>
    </message>
    <message id="end.size-limit">
        <source>Stopped: the recording grew too large.</source>
        <label>end</label>
        <translation>Stopped: the recording grew too large.</translation>
    </message>
    <message id="end.disk-full">
        <source>Stopped: the recording could not be stored.</source>
        <label>end</label>
        <translation>Stopped: the recording could not be stored.</translation>
    </message>
    <message id="end.stopped">
        <source>Stopped.</source>
        <label>end</label>
        <translation>Stopped.</translation>
    </message>
    <message id="end.trimmed">
        <source>The rest of the recording was left out.</source>
        <label>end</label>
        <translation>The rest of the recording was left out.</translation>
    </message>
    <message id="end.recorder-failed">
        <source>The recording stopped unexpectedly.</source>
        <label>end</label>
        <translation>The recording stopped unexpectedly.</translation>
    </message>
    <message id="dialog.open">
        <source>Open program or recording</source>
        <label>dialog</label>
        <translation>Open program or recording</translation>
    </message>
    <message id="dialog.save">
        <source>Save program</source>
        <label>dialog</label>
        <translation>Save program</translation>
    </message>
    <message id="dialog.keep">
        <source>Save recording</source>
        <label>dialog</label>
        <translation>Save recording</translation>
    </message>
    <message id="dialog.picture">
        <source>Export picture</source>
        <label>dialog</label>
        <translation>Export picture</translation>
    </message>
    <message id="dialog.table">
        <source>Save trace table</source>
        <label>dialog</label>
        <translation>Save trace table</translation>
    </message>
    <message id="dialog.lab">
        <source>Save results</source>
        <label>dialog</label>
        <translation>Save results</translation>
    </message>
    <message id="dialog.lab_csv">
        <source>Tables (*.csv)</source>
        <label>dialog</label>
        <translation>Tables (*.csv)</translation>
    </message>
    <message id="dialog.lab_png">
        <source>Pictures (*.png)</source>
        <label>dialog</label>
        <translation>Pictures (*.png)</translation>
    </message>
    <message id="dialog.lab_svg">
        <source>Pictures (*.svg)</source>
        <label>dialog</label>
        <translation>Pictures (*.svg)</translation>
    </message>
    <message id="dialog.lab_hdf">
        <source>HDF5 files (*.h5)</source>
        <label>dialog</label>
        <translation>HDF5 files (*.h5)</translation>
    </message>
    <message id="dialog.picture.scale">
        <source>Scale</source>
        <label>dialog</label>
        <translation>Scale</translation>
    </message>
    <message id="dialog.both">
        <source>Programs, notebooks, recordings, traces and lessons (*.py *.pyw *.ipynb *.memtrace *.json *.md)</source>
        <label>dialog</label>
        <translation>Programs, notebooks, recordings, traces and lessons (*.py *.pyw *.ipynb *.memtrace *.json *.md)</translation>
    </message>
    <message id="dialog.programs">
        <source>Python programs (*.py *.pyw)</source>
        <label>dialog</label>
        <translation>Python programs (*.py *.pyw)</translation>
    </message>
    <message id="dialog.recordings">
        <source>Recordings (*.memtrace)</source>
        <label>dialog</label>
        <translation>Recordings (*.memtrace)</translation>
    </message>
    <message id="dialog.tables">
        <source>Tables (*.csv)</source>
        <label>dialog</label>
        <translation>Tables (*.csv)</translation>
    </message>
    <message id="dialog.all">
        <source>All files (*)</source>
        <label>dialog</label>
        <translation>All files (*)</translation>
    </message>
    <message id="dialog.unsaved">
        <source>{name} has unsaved changes.</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <label>dialog</label>
        <translation>{name} has unsaved changes.</translation>
    </message>
    <message id="dialog.unsaved.save">
        <source>Save</source>
        <label>dialog</label>
        <translation>Save</translation>
    </message>
    <message id="dialog.unsaved.discard">
        <source>Discard</source>
        <label>dialog</label>
        <translation>Discard</translation>
    </message>
    <message id="dialog.unsaved.cancel">
        <source>Cancel</source>
        <label>dialog</label>
        <translation>Cancel</translation>
    </message>
    <message id="dialog.waiting">
        <source>Waiting for the drive of {name}…</source>
        <extracomment>{name}: the name of a file</extracomment>
        <label>dialog</label>
        <translation>Waiting for the drive of {name}…</translation>
    </message>
    <message id="dialog.waiting.stop">
        <source>Stop waiting</source>
        <label>dialog</label>
        <translation>Stop waiting</translation>
    </message>
    <message id="help.title">
        <source>Keyboard shortcuts</source>
        <label>help</label>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message id="guide.title">
        <source>Guide: a first lesson, and teaching with Visualizer</source>
        <label>guide</label>
        <translation>Guide: a first lesson, and teaching with Visualizer</translation>
    </message>
    <message id="help.move_card">
        <source>Move card</source>
        <label>help</label>
        <translation>Move card</translation>
    </message>
    <message id="help.search">
        <source>Search commands or shortcuts</source>
        <label>help</label>
        <translation>Search commands or shortcuts</translation>
    </message>
    <message id="help.walk">
        <source>Move between cards or rows</source>
        <label>help</label>
        <translation>Move between cards or rows</translation>
    </message>
    <message id="help.leave_code">
        <source>Go from the code to the diagram</source>
        <label>help</label>
        <translation>Go from the code to the diagram</translation>
    </message>
    <message id="help.follow_reference">
        <source>Follow a reference and go back</source>
        <label>help</label>
        <translation>Follow a reference and go back</translation>
    </message>
    <message id="help.none">
        <source>No matching commands or shortcuts.</source>
        <label>help</label>
        <translation>No matching commands or shortcuts.</translation>
    </message>
    <message id="help.note">
        <source>Arrow keys and single-key shortcuts work outside text fields.</source>
        <label>help</label>
        <translation>Arrow keys and single-key shortcuts work outside text fields.</translation>
    </message>
    <message id="about.title">
        <source>About</source>
        <label>about</label>
        <translation>About</translation>
    </message>
    <message id="about.runs_with">
        <source>Runs with Python {python} and Qt {qt}.</source>
        <extracomment>{python}: a version; {qt}: a version</extracomment>
        <label>about</label>
        <translation>Runs with Python {python} and Qt {qt}.</translation>
    </message>
    <message id="about.log">
        <source>Errors in the window are logged to {file}.</source>
        <extracomment>{file}: a file</extracomment>
        <label>about</label>
        <translation>Errors in the window are logged to {file}.</translation>
    </message>
    <message id="about.copy">
        <source>Copy as text</source>
        <label>about</label>
        <translation>Copy as text</translation>
    </message>
    <message id="about.package">
        <source>Package</source>
        <label>about</label>
        <translation>Package</translation>
    </message>
    <message id="about.version">
        <source>Version</source>
        <label>about</label>
        <translation>Version</translation>
    </message>
    <message id="about.licence">
        <source>Licence</source>
        <label>about</label>
        <translation>Licence</translation>
    </message>
    <message id="about.licence_of">
        <source>Licence of {name}</source>
        <extracomment>{name}: a package</extracomment>
        <label>about</label>
        <translation>Licence of {name}</translation>
    </message>
    <message id="preferences.title">
        <source>Preferences</source>
        <label>preferences</label>
        <translation>Preferences</translation>
    </message>
    <message id="run.title">
        <source>Run options</source>
        <label>run</label>
        <translation>Run options</translation>
    </message>
    <message id="run.of">
        <source>Applies to {name} from the next recording; remembered for this file.</source>
        <extracomment>{name}: a file</extracomment>
        <label>run</label>
        <translation>Applies to {name} from the next recording; remembered for this file.</translation>
    </message>
    <message id="run.arguments">
        <source>Arguments</source>
        <label>run</label>
        <translation>Arguments</translation>
    </message>
    <message id="run.arguments.note">
        <source>As in a shell, after the program&apos;s name; quotes group words.</source>
        <label>run</label>
        <translation>As in a shell, after the program&apos;s name; quotes group words.</translation>
    </message>
    <message id="run.input">
        <source>Standard input</source>
        <label>run</label>
        <translation>Standard input</translation>
    </message>
    <message id="run.input.own">
        <source>Text typed in the window</source>
        <label>run</label>
        <translation>Text typed in the window</translation>
    </message>
    <message id="run.folder">
        <source>Working folder</source>
        <label>run</label>
        <translation>Working folder</translation>
    </message>
    <message id="run.folder.own">
        <source>The program&apos;s folder</source>
        <label>run</label>
        <translation>The program&apos;s folder</translation>
    </message>
    <message id="run.environment">
        <source>Environment variables</source>
        <label>run</label>
        <translation>Environment variables</translation>
    </message>
    <message id="run.environment.note">
        <source>NAME=value, one per line. Saved as plain text: no passwords.</source>
        <label>run</label>
        <translation>NAME=value, one per line. Saved as plain text: no passwords.</translation>
    </message>
    <message id="run.clear">
        <source>Reset to defaults</source>
        <label>run</label>
        <translation>Reset to defaults</translation>
    </message>
    <message id="run.with_arguments">
        <source>Arguments: {arguments}</source>
        <extracomment>{arguments}: what is written behind a program</extracomment>
        <label>run</label>
        <translation>Arguments: {arguments}</translation>
    </message>
    <message id="run.with_input">
        <source>input from {file}</source>
        <extracomment>{file}: a file</extracomment>
        <label>run</label>
        <translation>input from {file}</translation>
    </message>
    <message id="run.in_folder">
        <source>in {folder}</source>
        <extracomment>{folder}: a folder</extracomment>
        <label>run</label>
        <translation>in {folder}</translation>
    </message>
    <message id="run.with_variables">
        <source>variables: {names}</source>
        <extracomment>{names}: names of environment variables</extracomment>
        <label>run</label>
        <translation>variables: {names}</translation>
    </message>
    <message id="preferences.look">
        <source>Appearance</source>
        <label>preferences</label>
        <translation>Appearance</translation>
    </message>
    <message id="preferences.run">
        <source>Programs</source>
        <label>preferences</label>
        <translation>Programs</translation>
    </message>
    <message id="preferences.keys">
        <source>Shortcuts</source>
        <label>preferences</label>
        <translation>Shortcuts</translation>
    </message>
    <message id="preferences.reset">
        <source>Reset all preferences</source>
        <label>preferences</label>
        <translation>Reset all preferences</translation>
    </message>
    <message id="preferences.close">
        <source>Close</source>
        <label>preferences</label>
        <translation>Close</translation>
    </message>
    <message id="preferences.theme">
        <source>Theme</source>
        <label>preferences</label>
        <translation>Theme</translation>
    </message>
    <message id="preferences.level">
        <source>Level</source>
        <label>preferences</label>
        <translation>Level</translation>
    </message>
    <message id="preferences.motion">
        <source>Motion</source>
        <label>preferences</label>
        <translation>Motion</translation>
    </message>
    <message id="preferences.wrap">
        <source>Wrap long lines</source>
        <label>preferences</label>
        <translation>Wrap long lines</translation>
    </message>
    <message id="preferences.completion">
        <source>Suggest names while typing</source>
        <label>preferences</label>
        <translation>Suggest names while typing</translation>
    </message>
    <message id="preferences.on">
        <source>On</source>
        <label>preferences</label>
        <translation>On</translation>
    </message>
    <message id="preferences.off">
        <source>Off</source>
        <label>preferences</label>
        <translation>Off</translation>
    </message>
    <message id="preferences.word_family">
        <source>Text font</source>
        <label>preferences</label>
        <translation>Text font</translation>
    </message>
    <message id="preferences.code_family">
        <source>Code font</source>
        <label>preferences</label>
        <translation>Code font</translation>
    </message>
    <message id="preferences.usual_font">
        <source>Default ({font})</source>
        <extracomment>{font}: the name of a font</extracomment>
        <label>preferences</label>
        <translation>Default ({font})</translation>
    </message>
    <message id="preferences.motion.system">
        <source>Match system</source>
        <label>preferences</label>
        <translation>Match system</translation>
    </message>
    <message id="preferences.motion.reduced">
        <source>Reduced: nothing moves</source>
        <label>preferences</label>
        <translation>Reduced: nothing moves</translation>
    </message>
    <message id="preferences.motion.full">
        <source>Full</source>
        <label>preferences</label>
        <translation>Full</translation>
    </message>
    <message id="preferences.language.ko">
        <source>한국어</source>
        <label>preferences</label>
        <translation>한국어</translation>
    </message>
    <message id="preferences.language.en">
        <source>English</source>
        <label>preferences</label>
        <translation>English</translation>
    </message>
    <message id="preferences.code_size">
        <source>Code size (pixels)</source>
        <label>preferences</label>
        <translation>Code size (pixels)</translation>
    </message>
    <message id="preferences.output_size">
        <source>Output size (pixels)</source>
        <label>preferences</label>
        <translation>Output size (pixels)</translation>
    </message>
    <message id="preferences.text_size">
        <source>Size of all text</source>
        <label>preferences</label>
        <translation>Size of all text</translation>
    </message>
    <message id="preferences.python">
        <source>Interpreter</source>
        <label>preferences</label>
        <translation>Interpreter</translation>
    </message>
    <message id="preferences.python.own">
        <source>This window&apos;s interpreter</source>
        <label>preferences</label>
        <translation>This window&apos;s interpreter</translation>
    </message>
    <message id="preferences.python.choose">
        <source>Choose…</source>
        <label>preferences</label>
        <translation>Choose…</translation>
    </message>
    <message id="preferences.python.where">
        <source>“Interpreter” in the preferences</source>
        <extracomment>where another interpreter is chosen, as in: choose one of CPython 3.13, 3.14, 3.15 with ...</extracomment>
        <label>preferences</label>
        <translation>“Interpreter” in the preferences</translation>
    </message>
    <message id="preferences.python.asked">
        <source>Checking…</source>
        <label>preferences</label>
        <translation>Checking…</translation>
    </message>
    <message id="preferences.python.used">
        <source>The next recording will use this interpreter.</source>
        <label>preferences</label>
        <translation>The next recording will use this interpreter.</translation>
    </message>
    <message id="preferences.python.ours">
        <source>Choose one of {known}, or the folder of a virtual environment.</source>
        <extracomment>{known}: versions, as in CPython 3.13, 3.14, 3.15</extracomment>
        <label>preferences</label>
        <translation>Choose one of {known}, or the folder of a virtual environment.</translation>
    </message>
    <message id="preferences.steps">
        <source>Maximum steps</source>
        <label>preferences</label>
        <translation>Maximum steps</translation>
    </message>
    <message id="preferences.recorder">
        <source>Recorder</source>
        <label>preferences</label>
        <translation>Recorder</translation>
    </message>
    <message id="preferences.recorder.auto">
        <source>Automatic: C if possible</source>
        <label>preferences</label>
        <translation>Automatic: C if possible</translation>
    </message>
    <message id="preferences.recorder.core">
        <source>C only</source>
        <label>preferences</label>
        <translation>C only</translation>
    </message>
    <message id="preferences.recorder.python">
        <source>Python only</source>
        <label>preferences</label>
        <translation>Python only</translation>
    </message>
    <message id="preferences.made_by.core">
        <source>The recording shown was made in C.</source>
        <label>preferences</label>
        <translation>The recording shown was made in C.</translation>
    </message>
    <message id="preferences.made_by.python">
        <source>The recording shown was made in Python.</source>
        <label>preferences</label>
        <translation>The recording shown was made in Python.</translation>
    </message>
    <message id="preferences.ahead">
        <source>Record-ahead limit</source>
        <label>preferences</label>
        <translation>Record-ahead limit</translation>
    </message>
    <message id="preferences.ahead.note">
        <source>At this limit the program waits until you step forward.</source>
        <label>preferences</label>
        <translation>At this limit the program waits until you step forward.</translation>
    </message>
    <message id="preferences.seconds">
        <source>Maximum time (seconds)</source>
        <label>preferences</label>
        <translation>Maximum time (seconds)</translation>
    </message>
    <message id="preferences.seconds.note">
        <source>0: no limit</source>
        <label>preferences</label>
        <translation>0: no limit</translation>
    </message>
    <message id="preferences.memory_mb">
        <source>Maximum program memory (MB)</source>
        <label>preferences</label>
        <translation>Maximum program memory (MB)</translation>
    </message>
    <message id="preferences.recording_mb">
        <source>Maximum recording (MB)</source>
        <label>preferences</label>
        <translation>Maximum recording (MB)</translation>
    </message>
    <message id="preferences.limits.note">
        <source>At a limit the program is stopped, and what was recorded so far is kept. Applies from the next recording.</source>
        <label>preferences</label>
        <translation>At a limit the program is stopped, and what was recorded so far is kept. Applies from the next recording.</translation>
    </message>
    <message id="preferences.keys.new">
        <source>New shortcut</source>
        <label>preferences</label>
        <translation>New shortcut</translation>
    </message>
    <message id="preferences.keys.give">
        <source>Assign</source>
        <extracomment>on a button: the keys in the field go to the command</extracomment>
        <label>preferences</label>
        <translation>Assign</translation>
    </message>
    <message id="preferences.keys.none">
        <source>Remove</source>
        <label>preferences</label>
        <translation>Remove</translation>
    </message>
    <message id="preferences.keys.usual">
        <source>Use default</source>
        <label>preferences</label>
        <translation>Use default</translation>
    </message>
    <message id="preferences.keys.hint">
        <source>Press the new shortcut for “{command}” in the field.</source>
        <extracomment>{command}: a command&apos;s name</extracomment>
        <label>preferences</label>
        <translation>Press the new shortcut for “{command}” in the field.</translation>
    </message>
    <message id="preferences.keys.conflict">
        <source>{keys} is assigned to “{command}”; it will lose this shortcut.</source>
        <extracomment>{keys}: keys, as in Ctrl+R; {command}: a command&apos;s name</extracomment>
        <label>preferences</label>
        <translation>{keys} is assigned to “{command}”; it will lose this shortcut.</translation>
    </message>
    <message id="preferences.keys.taken">
        <source>{keys} is reserved: the window itself needs it.</source>
        <extracomment>{keys}: keys, as in Ctrl+R</extracomment>
        <label>preferences</label>
        <translation>{keys} is reserved: the window itself needs it.</translation>
    </message>
    <message id="command.page_streaming">
        <source>Streaming lab</source>
        <label>command</label>
        <translation>Streaming lab</translation>
    </message>
    <message id="stream.task">
        <source>Task</source>
        <label>stream</label>
        <translation>Task</translation>
    </message>
    <message id="stream.numbers">
        <source>Sum and filter</source>
        <label>stream</label>
        <translation>Sum and filter</translation>
    </message>
    <message id="stream.file">
        <source>Reading a file</source>
        <label>stream</label>
        <translation>Reading a file</translation>
    </message>
    <message id="stream.endless">
        <source>Endless stream</source>
        <label>stream</label>
        <translation>Endless stream</translation>
    </message>
    <message id="stream.largest">
        <source>Items n</source>
        <label>stream</label>
        <translation>Items n</translation>
    </message>
    <message id="stream.styles">
        <source>Styles</source>
        <label>stream</label>
        <translation>Styles</translation>
    </message>
    <message id="stream.style">
        <source>Style</source>
        <label>stream</label>
        <translation>Style</translation>
    </message>
    <message id="stream.n">
        <source>n items</source>
        <label>stream</label>
        <translation>n items</translation>
    </message>
    <message id="stream.time">
        <source>time</source>
        <label>stream</label>
        <translation>time</translation>
    </message>
    <message id="stream.first">
        <source>First item</source>
        <label>stream</label>
        <translation>First item</translation>
    </message>
    <message id="stream.first_note">
        <source>until it arrives; lower is better</source>
        <label>stream</label>
        <translation>until it arrives; lower is better</translation>
    </message>
    <message id="stream.total">
        <source>Total time</source>
        <label>stream</label>
        <translation>Total time</translation>
    </message>
    <message id="stream.total_note">
        <source>until all are added up; lower is better</source>
        <label>stream</label>
        <translation>until all are added up; lower is better</translation>
    </message>
    <message id="stream.peak">
        <source>Peak memory</source>
        <label>stream</label>
        <translation>Peak memory</translation>
    </message>
    <message id="stream.peak_note">
        <source>in a separate run; lower is better</source>
        <label>stream</label>
        <translation>in a separate run; lower is better</translation>
    </message>
    <message id="stream.limit">
        <source>this machine&apos;s limit (stops here): {limit}</source>
        <extracomment>{limit}: an amount, as in 3.1 GB</extracomment>
        <label>stream</label>
        <translation>this machine&apos;s limit (stops here): {limit}</translation>
    </message>
    <message id="stream.memory">
        <source>Memory while streaming</source>
        <label>stream</label>
        <translation>Memory while streaming</translation>
    </message>
    <message id="stream.memory_note">
        <source>growth of the process</source>
        <label>stream</label>
        <translation>growth of the process</translation>
    </message>
    <message id="stream.stop">
        <source>stopped at {limit}</source>
        <extracomment>{limit}: an amount, as in 256 MB</extracomment>
        <label>stream</label>
        <translation>stopped at {limit}</translation>
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
        <translation>{name}, after {x}: {y}</translation>
    </message>
    <message id="stream.code">
        <source>Code as it runs</source>
        <label>stream</label>
        <translation>Code as it runs</translation>
    </message>
    <message id="stream.waits_here">
        <source>produces one and waits here</source>
        <label>stream</label>
        <translation>produces one and waits here</translation>
    </message>
    <message id="stream.small">
        <source>recorded at a small size, n = {count}</source>
        <extracomment>{count}: a number</extracomment>
        <label>stream</label>
        <translation>recorded at a small size, n = {count}</translation>
    </message>
    <message id="stream.open_hint">
        <source>Opens a small program of this style, and records it</source>
        <label>stream</label>
        <translation>Opens a small program of this style, and records it</translation>
    </message>
    <message id="stream.made">
        <source>Created</source>
        <label>stream</label>
        <translation>Created</translation>
    </message>
    <message id="stream.made_before">
        <source>all up front</source>
        <label>stream</label>
        <translation>all up front</translation>
    </message>
    <message id="stream.made_when_asked">
        <source>one on demand</source>
        <label>stream</label>
        <translation>one on demand</translation>
    </message>
    <message id="stream.made_in_chunks">
        <source>65,536 on demand</source>
        <label>stream</label>
        <translation>65,536 on demand</translation>
    </message>
    <message id="stream.vs">
        <source>vs {style}</source>
        <extracomment>{style}: as in list</extracomment>
        <label>stream</label>
        <translation>vs {style}</translation>
    </message>
    <message id="stream.vs_none">
        <source>Compared</source>
        <label>stream</label>
        <translation>Compared</translation>
    </message>
    <message id="stream.serves">
        <source>Endless stream</source>
        <label>stream</label>
        <translation>Endless stream</translation>
    </message>
    <message id="stream.serves_yes">
        <source>✓ can</source>
        <label>stream</label>
        <translation>✓ can</translation>
    </message>
    <message id="stream.serves_no">
        <source>✕ cannot</source>
        <label>stream</label>
        <translation>✕ cannot</translation>
    </message>
    <message id="stream.earlier">
        <source>Earlier, total</source>
        <label>stream</label>
        <translation>Earlier, total</translation>
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
        <translation>not measured</translation>
    </message>
    <message id="stream.no_memory">
        <source>Not run: needs about {needed} of memory, but the limit is {limit}</source>
        <extracomment>{needed}, {limit}: amounts, as in 3.1 GB</extracomment>
        <label>stream</label>
        <translation>Not run: needs about {needed} of memory, but the limit is {limit}</translation>
    </message>
    <message id="stream.no_time">
        <source>Not run: would take about {needed}, but the limit is {limit}</source>
        <extracomment>{needed}, {limit}: times</extracomment>
        <label>stream</label>
        <translation>Not run: would take about {needed}, but the limit is {limit}</translation>
    </message>
    <message id="stream.failed_before">
        <source>Not run: failed at a smaller size</source>
        <label>stream</label>
        <translation>Not run: failed at a smaller size</translation>
    </message>
    <message id="stream.outcome">
        <source>Outcome</source>
        <label>stream</label>
        <translation>Outcome</translation>
    </message>
    <message id="stream.rate">
        <source>Items per second</source>
        <label>stream</label>
        <translation>Items per second</translation>
    </message>
    <message id="stream.grown">
        <source>Memory grew by</source>
        <label>stream</label>
        <translation>Memory grew by</translation>
    </message>
    <message id="stream.a_second">
        <source>{items} / s</source>
        <extracomment>{items}: a number</extracomment>
        <label>stream</label>
        <translation>{items} / s</translation>
    </message>
    <message id="stream.was_served">
        <source>✓ supplied items for the whole {seconds}</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✓ supplied items for the whole {seconds}</translation>
    </message>
    <message id="stream.memory_full">
        <source>✕ stopped after {seconds}: out of memory, no items</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✕ stopped after {seconds}: out of memory, no items</translation>
    </message>
    <message id="stream.time_up">
        <source>✕ stopped after {seconds}: time limit, no items</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>stream</label>
        <translation>✕ stopped after {seconds}: time limit, no items</translation>
    </message>
    <message id="stream.refused">
        <source>✕ rejected at once: {said}</source>
        <extracomment>{said}: what Python says</extracomment>
        <label>stream</label>
        <translation>✕ rejected at once: {said}</translation>
    </message>
    <message id="stream.timing">
        <source>{style}: time at n = {items}</source>
        <extracomment>{style}: as in list; {items}: as in 1,000,000</extracomment>
        <label>stream</label>
        <translation>{style}: time at n = {items}</translation>
    </message>
    <message id="stream.tracing">
        <source>{style}: memory at n = {items}</source>
        <extracomment>{style}: as in list; {items}: as in 1,000,000</extracomment>
        <label>stream</label>
        <translation>{style}: memory at n = {items}</translation>
    </message>
    <message id="stream.serving">
        <source>{style}: endless stream</source>
        <extracomment>{style}: as in list</extracomment>
        <label>stream</label>
        <translation>{style}: endless stream</translation>
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
        <translation>Endless stream: {styles}</translation>
    </message>
    <message id="stream.sums_alike">
        <source>all styles give the same sum</source>
        <label>stream</label>
        <translation>all styles give the same sum</translation>
    </message>
    <message id="stream.sums_differ">
        <source>the sums differ: something is wrong</source>
        <label>stream</label>
        <translation>the sums differ: something is wrong</translation>
    </message>
    <message id="stream.nothing_yet">
        <source>Nothing measured yet. Press Run to compare creating all items first with creating each one on demand.</source>
        <label>stream</label>
        <translation>Nothing measured yet. Press Run to compare creating all items first with creating each one on demand.</translation>
    </message>
    <message id="stream.measuring">
        <source>Not enough has been measured yet for a conclusion.</source>
        <label>stream</label>
        <translation>Not enough has been measured yet for a conclusion.</translation>
    </message>
    <message id="stream.one_kind">
        <source>Only eager or only lazy styles were measured. Choose one of each to compare.</source>
        <label>stream</label>
        <translation>Only eager or only lazy styles were measured. Choose one of each to compare.</translation>
    </message>
    <message id="stream.first_unclear">
        <source>The repeats do not show whether {lazy} produces its first item sooner here.</source>
        <extracomment>{lazy}: a style</extracomment>
        <label>stream</label>
        <translation>The repeats do not show whether {lazy} produces its first item sooner here.</translation>
    </message>
    <message id="stream.first_alike">
        <source>{lazy} takes about as long to produce its first item here.</source>
        <extracomment>{lazy}: a style; {times}: a number</extracomment>
        <label>stream</label>
        <translation>{lazy} takes about as long to produce its first item here.</translation>
    </message>
    <message id="stream.first_sooner">
        <source>{lazy} produces its first item about {times} times sooner.</source>
        <extracomment>{lazy}: a style; {times}: a number</extracomment>
        <label>stream</label>
        <translation>{lazy} produces its first item about {times} times sooner.</translation>
    </message>
    <message id="stream.sooner">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. Their total times are about the same.</source>
        <extracomment>{lazy}: a style; {times}, {share}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. Their total times are about the same.</translation>
    </message>
    <message id="stream.sooner_unclear">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. The repeats do not show which finishes first.</source>
        <extracomment>{lazy}: a style; {times}, {share}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. The repeats do not show which finishes first.</translation>
    </message>
    <message id="stream.sooner_longer">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. In total it takes {longer} times as long.</source>
        <extracomment>{lazy}: a style; {times}, {share}, {longer}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. In total it takes {longer} times as long.</translation>
    </message>
    <message id="stream.sooner_shorter">
        <source>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. In total it is {shorter} times as fast.</source>
        <extracomment>{lazy}: a style; {times}, {share}, {shorter}: numbers</extracomment>
        <label>stream</label>
        <translation>{lazy} produces its first item about {times} times sooner and needs about 1/{share} of the memory. In total it is {shorter} times as fast.</translation>
    </message>
    <message id="stream.beside" numerus="yes">
        <source>At n = {items}, compared with {eager}; medians of %n repeats.</source>
        <extracomment>{items}: as in 1,000,000; {eager}: a style</extracomment>
        <label>stream</label>
        <translation>
            <numerusform>At n = {items}, compared with {eager}; %n repeat.</numerusform>
            <numerusform>At n = {items}, compared with {eager}; medians of %n repeats.</numerusform>
        </translation>
    </message>
    <message id="stream.beside_medians">
        <source>At n = {items}, compared with {eager}; medians of different numbers of repeats.</source>
        <extracomment>{items}: as in 1,000,000; {eager}: a style</extracomment>
        <label>stream</label>
        <translation>At n = {items}, compared with {eager}; medians of different numbers of repeats.</translation>
    </message>
    <message id="stream.stays">
        <source>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold; that of {lazy} stayed the same.</source>
        <extracomment>{items}, {eager_times}: numbers; {eager}, {lazy}: styles</extracomment>
        <label>stream</label>
        <translation>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold; that of {lazy} stayed the same.</translation>
    </message>
    <message id="stream.grows">
        <source>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold and that of {lazy} {lazy_times}-fold.</source>
        <extracomment>{items}, {eager_times}, {lazy_times}: numbers; {eager}, {lazy}: styles</extracomment>
        <label>stream</label>
        <translation>While n grew {items}-fold, the memory of {eager} grew {eager_times}-fold and that of {lazy} {lazy_times}-fold.</translation>
    </message>
    <message id="stream.not_faster">
        <source>Lazy is not faster: it only avoids creating items before they are needed.</source>
        <label>stream</label>
        <translation>Lazy is not faster: it only avoids creating items before they are needed.</translation>
    </message>
    <message id="stream.so_far">
        <source>Partial results: the run has not finished.</source>
        <label>stream</label>
        <translation>Partial results: the run has not finished.</translation>
    </message>
    <message id="stream.flat">
        <source>While {items} items passed through, memory grew by at most {grown}.</source>
        <extracomment>{items}: a number; {grown}: an amount</extracomment>
        <label>stream</label>
        <translation>While {items} items passed through, memory grew by at most {grown}.</translation>
    </message>
    <message id="stream.served" numerus="yes">
        <source>%n styles can serve an endless stream; the first item arrived after at most {first}.</source>
        <extracomment>{first}: a time</extracomment>
        <label>stream</label>
        <translation>
            <numerusform>%n style can serve an endless stream; the first item arrived after {first}.</numerusform>
            <numerusform>%n styles can serve an endless stream; the first item arrived after at most {first}.</numerusform>
        </translation>
    </message>
    <message id="stream.stopped" numerus="yes">
        <source>%n styles need all items first and never produced one, so they were stopped.</source>
        <label>stream</label>
        <translation>
            <numerusform>%n style needs all items first and never produced one, so it was stopped.</numerusform>
            <numerusform>%n styles need all items first and never produced one, so they were stopped.</numerusform>
        </translation>
    </message>
    <message id="stream.some_failed" numerus="yes">
        <source>%n styles failed; see their rows for the reasons.</source>
        <label>stream</label>
        <translation>
            <numerusform>%n style failed; see its row for the reason.</numerusform>
            <numerusform>%n styles failed; see their rows for the reasons.</numerusform>
        </translation>
    </message>
    <message id="command.page_shared_memory">
        <source>Shared-memory lab</source>
        <label>command</label>
        <translation>Shared-memory lab</translation>
    </message>
    <message id="shm.methods">
        <source>Methods</source>
        <label>shm</label>
        <translation>Methods</translation>
    </message>
    <message id="shm.files">
        <source>Tables</source>
        <label>shm</label>
        <translation>Tables</translation>
    </message>
    <message id="shm.rows">
        <source>Rows each</source>
        <label>shm</label>
        <translation>Rows each</translation>
    </message>
    <message id="shm.workers">
        <source>Workers</source>
        <label>shm</label>
        <translation>Workers</translation>
    </message>
    <message id="shm.more">
        <source>Options</source>
        <label>shm</label>
        <translation>Options</translation>
    </message>
    <message id="shm.options_title">
        <source>Shared-memory lab options</source>
        <label>shm</label>
        <translation>Shared-memory lab options</translation>
    </message>
    <message id="shm.sources">
        <source>Tables from</source>
        <label>shm</label>
        <translation>Tables from</translation>
    </message>
    <message id="shm.tables_are_made">
        <source>generated for each run, always the same</source>
        <label>shm</label>
        <translation>generated for each run, always the same</translation>
    </message>
    <message id="shm.add_files">
        <source>Add files…</source>
        <label>shm</label>
        <translation>Add files…</translation>
    </message>
    <message id="shm.table_files">
        <source>Tables as text (*.tsv *.txt *.csv *.dat);;All files (*)</source>
        <label>shm</label>
        <translation>Tables as text (*.tsv *.txt *.csv *.dat);;All files (*)</translation>
    </message>
    <message id="shm.generated">
        <source>Use generated tables</source>
        <label>shm</label>
        <translation>Use generated tables</translation>
    </message>
    <message id="shm.own_files" numerus="yes">
        <source>%n added files</source>
        <label>shm</label>
        <translation>
            <numerusform>%n added file</numerusform>
            <numerusform>%n added files</numerusform>
        </translation>
    </message>
    <message id="shm.reader">
        <source>Parsed by</source>
        <label>shm</label>
        <translation>Parsed by</translation>
    </message>
    <message id="shm.reader_loadtxt">
        <source>np.loadtxt, numpy&apos;s own</source>
        <label>shm</label>
        <translation>np.loadtxt, numpy&apos;s own</translation>
    </message>
    <message id="shm.reader_fast">
        <source>fast reader (Arrow)</source>
        <label>shm</label>
        <translation>fast reader (Arrow)</translation>
    </message>
    <message id="shm.output">
        <source>HDF5 file</source>
        <label>shm</label>
        <translation>HDF5 file</translation>
    </message>
    <message id="shm.no_file">
        <source>none</source>
        <label>shm</label>
        <translation>none</translation>
    </message>
    <message id="shm.own_file">
        <source>in the lab&apos;s folder</source>
        <label>shm</label>
        <translation>in the lab&apos;s folder</translation>
    </message>
    <message id="shm.choose_file">
        <source>choose a location…</source>
        <label>shm</label>
        <translation>choose a location…</translation>
    </message>
    <message id="shm.compression">
        <source>Compression</source>
        <label>shm</label>
        <translation>Compression</translation>
    </message>
    <message id="shm.uncompressed">
        <source>uncompressed</source>
        <label>shm</label>
        <translation>uncompressed</translation>
    </message>
    <message id="shm.chunk_rows">
        <source>Rows per chunk</source>
        <label>shm</label>
        <translation>Rows per chunk</translation>
    </message>
    <message id="shm.one_piece">
        <source>one piece, or chosen by HDF5</source>
        <label>shm</label>
        <translation>one piece, or chosen by HDF5</translation>
    </message>
    <message id="shm.scheduler">
        <source>External Dask scheduler</source>
        <label>shm</label>
        <translation>External Dask scheduler</translation>
    </message>
    <message id="shm.ask_sweep">
        <source>Find the break-even size for shared memory</source>
        <label>shm</label>
        <translation>Find the break-even size for shared memory</translation>
    </message>
    <message id="shm.ask_growth">
        <source>Measure how time grows with the rows</source>
        <label>shm</label>
        <translation>Measure how time grows with the rows</translation>
    </message>
    <message id="shm.ask_kill">
        <source>Kill a worker on purpose to see what remains</source>
        <label>shm</label>
        <translation>Kill a worker on purpose to see what remains</translation>
    </message>
    <message id="shm.close">
        <source>Close</source>
        <label>shm</label>
        <translation>Close</translation>
    </message>
    <message id="shm.too_much">
        <source>{rows} of rows do not fit in this machine&apos;s {memory} of memory. Choose fewer rows or tables.</source>
        <extracomment>{rows}, {memory}: amounts, as in 2.60 GB</extracomment>
        <label>shm</label>
        <translation>{rows} of rows do not fit in this machine&apos;s {memory} of memory. Choose fewer rows or tables.</translation>
    </message>
    <message id="shm.not_run">
        <source>Not run.</source>
        <label>shm</label>
        <translation>Not run.</translation>
    </message>
    <message id="shm.doing_tables">
        <source>Making tables</source>
        <label>shm</label>
        <translation>Making tables</translation>
    </message>
    <message id="shm.doing_limits">
        <source>Measuring this machine&apos;s limits</source>
        <label>shm</label>
        <translation>Measuring this machine&apos;s limits</translation>
    </message>
    <message id="shm.doing_starting">
        <source>Starting the methods</source>
        <label>shm</label>
        <translation>Starting the methods</translation>
    </message>
    <message id="shm.doing_watched">
        <source>{name}: monitored run</source>
        <extracomment>{name}: a method, as in shm-pool</extracomment>
        <label>shm</label>
        <translation>{name}: monitored run</translation>
    </message>
    <message id="shm.doing_sweep">
        <source>Measuring different sizes</source>
        <label>shm</label>
        <translation>Measuring different sizes</translation>
    </message>
    <message id="shm.doing_growth">
        <source>Measuring growth with the rows</source>
        <label>shm</label>
        <translation>Measuring growth with the rows</translation>
    </message>
    <message id="shm.doing_killed">
        <source>A worker was killed on purpose</source>
        <label>shm</label>
        <translation>A worker was killed on purpose</translation>
    </message>
    <message id="shm.doing_file">
        <source>The file was written</source>
        <label>shm</label>
        <translation>The file was written</translation>
    </message>
    <message id="shm.doing_over">
        <source>Checking what is left</source>
        <label>shm</label>
        <translation>Checking what is left</translation>
    </message>
    <message id="shm.run_line">
        <source>{size}  ·  {methods}</source>
        <extracomment>{size}: an amount; {methods}: names</extracomment>
        <label>shm</label>
        <translation>{size}  ·  {methods}</translation>
    </message>
    <message id="shm.stages">
        <source>Time by stage</source>
        <label>shm</label>
        <translation>Time by stage</translation>
    </message>
    <message id="shm.note_differs">
        <source>shorter is better; medians; the methods have different numbers of repeats</source>
        <label>shm</label>
        <translation>shorter is better; medians; the methods have different numbers of repeats</translation>
    </message>
    <message id="shm.note_range" numerus="yes">
        <source>shorter is better; median of %n repeats, whiskers show the range</source>
        <label>shm</label>
        <translation>
            <numerusform>%n repeat</numerusform>
            <numerusform>shorter is better; median of %n repeats, whiskers show the range</numerusform>
        </translation>
    </message>
    <message id="shm.note_interval" numerus="yes">
        <source>shorter is better; median of %n repeats, whiskers show the 95% interval</source>
        <label>shm</label>
        <translation>
            <numerusform>%n repeat</numerusform>
            <numerusform>shorter is better; median of %n repeats, whiskers show the 95% interval</numerusform>
        </translation>
    </message>
    <message id="shm.load">
        <source>load</source>
        <label>shm</label>
        <translation>load</translation>
    </message>
    <message id="shm.transfer">
        <source>transfer</source>
        <label>shm</label>
        <translation>transfer</translation>
    </message>
    <message id="shm.write">
        <source>write</source>
        <label>shm</label>
        <translation>write</translation>
    </message>
    <message id="shm.rest">
        <source>▭ rest</source>
        <label>shm</label>
        <translation>▭ rest</translation>
    </message>
    <message id="shm.total">
        <source>total</source>
        <label>shm</label>
        <translation>total</translation>
    </message>
    <message id="shm.range">
        <source>range</source>
        <label>shm</label>
        <translation>range</translation>
    </message>
    <message id="shm.earlier">
        <source>earlier</source>
        <label>shm</label>
        <translation>earlier</translation>
    </message>
    <message id="shm.method">
        <source>method</source>
        <label>shm</label>
        <translation>method</translation>
    </message>
    <message id="shm.seconds">
        <source>Seconds</source>
        <label>shm</label>
        <translation>Seconds</translation>
    </message>
    <message id="shm.gb_s">
        <source>GB/s</source>
        <label>shm</label>
        <translation>GB/s</translation>
    </message>
    <message id="shm.rate">
        <source>Transfer rate</source>
        <label>shm</label>
        <translation>Transfer rate</translation>
    </message>
    <message id="shm.limit_disk">
        <source>disk</source>
        <label>shm</label>
        <translation>disk</translation>
    </message>
    <message id="shm.limit_first_touch">
        <source>first touch</source>
        <label>shm</label>
        <translation>first touch</translation>
    </message>
    <message id="shm.limit_memcpy">
        <source>memcpy</source>
        <label>shm</label>
        <translation>memcpy</translation>
    </message>
    <message id="shm.copies">
        <source>copies</source>
        <label>shm</label>
        <translation>copies</translation>
    </message>
    <message id="shm.peak">
        <source>peak PSS</source>
        <label>shm</label>
        <translation>peak PSS</translation>
    </message>
    <message id="shm.times">
        <source>× payload</source>
        <label>shm</label>
        <translation>× payload</translation>
    </message>
    <message id="shm.memory_title">
        <source>Memory</source>
        <label>shm</label>
        <translation>Memory</translation>
    </message>
    <message id="shm.memory_note">
        <source>{name}, monitored run</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>{name}, monitored run</translation>
    </message>
    <message id="shm.process">
        <source>Process</source>
        <label>shm</label>
        <translation>Process</translation>
    </message>
    <message id="shm.all">
        <source>all processes</source>
        <label>shm</label>
        <translation>all processes</translation>
    </message>
    <message id="shm.parent">
        <source>parent</source>
        <label>shm</label>
        <translation>parent</translation>
    </message>
    <message id="shm.worker">
        <source>worker {number}</source>
        <extracomment>{number}: from 1</extracomment>
        <label>shm</label>
        <translation>worker {number}</translation>
    </message>
    <message id="shm.manager">
        <source>manager</source>
        <label>shm</label>
        <translation>manager</translation>
    </message>
    <message id="shm.tracker">
        <source>resource tracker</source>
        <label>shm</label>
        <translation>resource tracker</translation>
    </message>
    <message id="shm.time">
        <source>time</source>
        <label>shm</label>
        <translation>time</translation>
    </message>
    <message id="shm.memory_point">
        <source>{name}: {y} at {x}</source>
        <extracomment>{name}: RSS, PSS or USS; {y}: an amount; {x}: a time</extracomment>
        <label>shm</label>
        <translation>{name}: {y} at {x}</translation>
    </message>
    <message id="shm.stage_started">
        <source>ready</source>
        <label>shm</label>
        <translation>ready</translation>
    </message>
    <message id="shm.stage_loaded">
        <source>parsed</source>
        <label>shm</label>
        <translation>parsed</translation>
    </message>
    <message id="shm.stage_transferred">
        <source>transferred</source>
        <label>shm</label>
        <translation>transferred</translation>
    </message>
    <message id="shm.stage_written">
        <source>written</source>
        <label>shm</label>
        <translation>written</translation>
    </message>
    <message id="shm.stage_dropped">
        <source>released</source>
        <label>shm</label>
        <translation>released</translation>
    </message>
    <message id="shm.stage_ended">
        <source>ended</source>
        <label>shm</label>
        <translation>ended</translation>
    </message>
    <message id="shm.stages_of_run">
        <source>Stages of the run</source>
        <label>shm</label>
        <translation>Stages of the run</translation>
    </message>
    <message id="shm.segments">
        <source>Segments</source>
        <label>shm</label>
        <translation>Segments</translation>
    </message>
    <message id="shm.live">
        <source>{name}, now, {seconds} after start</source>
        <extracomment>{name}: a method; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name}, now, {seconds} after start</translation>
    </message>
    <message id="shm.replayed">
        <source>{name}, replay at {seconds}</source>
        <extracomment>{name}: a method; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name}, replay at {seconds}</translation>
    </message>
    <message id="shm.replay">
        <source>Replay the run</source>
        <label>shm</label>
        <translation>Replay the run</translation>
    </message>
    <message id="shm.not_watched">
        <source>Run the lab to see, moment by moment, which process has mapped which segment.</source>
        <label>shm</label>
        <translation>Run the lab to see, moment by moment, which process has mapped which segment.</translation>
    </message>
    <message id="shm.mapped_files">
        <source>mapped files</source>
        <label>shm</label>
        <translation>mapped files</translation>
    </message>
    <message id="shm.no_segments">
        <source>no segments</source>
        <label>shm</label>
        <translation>no segments</translation>
    </message>
    <message id="shm.channel_pickle">
        <source>Pickled, sent through a pipe as bytes, and unpickled</source>
        <label>shm</label>
        <translation>Pickled, sent through a pipe as bytes, and unpickled</translation>
    </message>
    <message id="shm.channel_pipe">
        <source>The bytes go through a pipe unchanged</source>
        <label>shm</label>
        <translation>The bytes go through a pipe unchanged</translation>
    </message>
    <message id="shm.channel_threads">
        <source>Threads share the parent&apos;s memory</source>
        <label>shm</label>
        <translation>Threads share the parent&apos;s memory</translation>
    </message>
    <message id="shm.channel_dask">
        <source>Pickled and sent over TCP</source>
        <label>shm</label>
        <translation>Pickled and sent over TCP</translation>
    </message>
    <message id="shm.copied" numerus="yes">
        <source>%n copies of the data</source>
        <label>shm</label>
        <translation>
            <numerusform>%n copy of the data</numerusform>
            <numerusform>%n copies of the data</numerusform>
        </translation>
    </message>
    <message id="shm.not_copied">
        <source>nothing is copied</source>
        <label>shm</label>
        <translation>nothing is copied</translation>
    </message>
    <message id="shm.mapped_by">
        <source>mapped by {who}</source>
        <extracomment>{who}: processes</extracomment>
        <label>shm</label>
        <translation>mapped by {who}</translation>
    </message>
    <message id="shm.mapped_by_many" numerus="yes">
        <source>mapped by %n processes</source>
        <label>shm</label>
        <translation>
            <numerusform>mapped by %n process</numerusform>
            <numerusform>mapped by %n processes</numerusform>
        </translation>
    </message>
    <message id="shm.mapped_by_nobody">
        <source>mapped by no process</source>
        <label>shm</label>
        <translation>mapped by no process</translation>
    </message>
    <message id="shm.unlinked">
        <source>unlinked: gone</source>
        <label>shm</label>
        <translation>unlinked: gone</translation>
    </message>
    <message id="shm.own">
        <source>private {size}</source>
        <extracomment>{size}: an amount</extracomment>
        <label>shm</label>
        <translation>private {size}</translation>
    </message>
    <message id="shm.ended">
        <source>has ended</source>
        <label>shm</label>
        <translation>has ended</translation>
    </message>
    <message id="shm.has_mapped" numerus="yes">
        <source>maps %n</source>
        <label>shm</label>
        <translation>
            <numerusform>maps %n</numerusform>
            <numerusform>maps %n</numerusform>
        </translation>
    </message>
    <message id="shm.has_closed">
        <source>has closed</source>
        <label>shm</label>
        <translation>has closed</translation>
    </message>
    <message id="shm.has_none">
        <source>maps none</source>
        <label>shm</label>
        <translation>maps none</translation>
    </message>
    <message id="shm.and_more">
        <source>+{count} more</source>
        <extracomment>{count}: a number</extracomment>
        <label>shm</label>
        <translation>+{count} more</translation>
    </message>
    <message id="shm.at">
        <source>At {seconds}</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>shm</label>
        <translation>At {seconds}</translation>
    </message>
    <message id="shm.leaks">
        <source>Leak check</source>
        <label>shm</label>
        <translation>Leak check</translation>
    </message>
    <message id="shm.made">
        <source>made</source>
        <label>shm</label>
        <translation>made</translation>
    </message>
    <message id="shm.gone">
        <source>unlinked</source>
        <label>shm</label>
        <translation>unlinked</translation>
    </message>
    <message id="shm.left_behind">
        <source>left</source>
        <label>shm</label>
        <translation>left</translation>
    </message>
    <message id="shm.none">
        <source>none</source>
        <label>shm</label>
        <translation>none</translation>
    </message>
    <message id="shm.in_the_end">
        <source>at exit</source>
        <label>shm</label>
        <translation>at exit</translation>
    </message>
    <message id="shm.by_script">
        <source>by script</source>
        <label>shm</label>
        <translation>by script</translation>
    </message>
    <message id="shm.clean">
        <source>Nothing was left behind</source>
        <label>shm</label>
        <translation>Nothing was left behind</translation>
    </message>
    <message id="shm.not_clean">
        <source>Something was left behind</source>
        <label>shm</label>
        <translation>Something was left behind</translation>
    </message>
    <message id="shm.over_clean">
        <source>At the end, no segments, temporary files or processes were left.</source>
        <label>shm</label>
        <translation>At the end, no segments, temporary files or processes were left.</translation>
    </message>
    <message id="shm.over_left">
        <source>Left at the end: segments {segments}, folders {files}, processes {processes}.</source>
        <extracomment>numbers</extracomment>
        <label>shm</label>
        <translation>Left at the end: segments {segments}, folders {files}, processes {processes}.</translation>
    </message>
    <message id="shm.of_others" numerus="yes">
        <source>%n items left behind by crashed runs were removed first.</source>
        <label>shm</label>
        <translation>
            <numerusform>%n item left behind by a crashed run was removed first.</numerusform>
            <numerusform>%n items left behind by crashed runs were removed first.</numerusform>
        </translation>
    </message>
    <message id="shm.killed">
        <source>A worker was killed on purpose: the parent reported it after {seconds}; segments remaining: {stayed}, after the run&apos;s cleanup: {left}.</source>
        <extracomment>{seconds}: a time; {stayed}, {left}: numbers</extracomment>
        <label>shm</label>
        <translation>A worker was killed on purpose: the parent reported it after {seconds}; segments remaining: {stayed}, after the run&apos;s cleanup: {left}.</translation>
    </message>
    <message id="shm.kill_failed">
        <source>The worker could not be killed on purpose: {error}</source>
        <extracomment>{error}: a message</extracomment>
        <label>shm</label>
        <translation>The worker could not be killed on purpose: {error}</translation>
    </message>
    <message id="shm.file">
        <source>HDF5 file</source>
        <label>shm</label>
        <translation>HDF5 file</translation>
    </message>
    <message id="shm.show_file">
        <source>Show</source>
        <label>shm</label>
        <translation>Show</translation>
    </message>
    <message id="shm.dataset">
        <source>dataset</source>
        <label>shm</label>
        <translation>dataset</translation>
    </message>
    <message id="shm.shape">
        <source>shape</source>
        <label>shm</label>
        <translation>shape</translation>
    </message>
    <message id="shm.stored">
        <source>stored</source>
        <label>shm</label>
        <translation>stored</translation>
    </message>
    <message id="shm.file_line" numerus="yes">
        <source>{name}  ·  {size}  ·  %n datasets</source>
        <extracomment>{name}: a file; {size}: an amount</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>{name}  ·  {size}  ·  %n dataset</numerusform>
            <numerusform>{name}  ·  {size}  ·  %n datasets</numerusform>
        </translation>
    </message>
    <message id="shm.file_unreadable">
        <source>The file cannot be shown: {error}</source>
        <extracomment>{error}: a message</extracomment>
        <label>shm</label>
        <translation>The file cannot be shown: {error}</translation>
    </message>
    <message id="shm.reading_back">
        <source>Reading the file back…</source>
        <label>shm</label>
        <translation>Reading the file back…</translation>
    </message>
    <message id="shm.file_to_come">
        <source>A run will write the file to {path}</source>
        <extracomment>{path}: a path</extracomment>
        <label>shm</label>
        <translation>A run will write the file to {path}</translation>
    </message>
    <message id="shm.no_file_asked">
        <source>No file will be written (see Options).</source>
        <label>shm</label>
        <translation>No file will be written (see Options).</translation>
    </message>
    <message id="shm.check_back">
        <source>read back: {rows} rows, the same checksum</source>
        <extracomment>{rows}: a number</extracomment>
        <label>shm</label>
        <translation>read back: {rows} rows, the same checksum</translation>
    </message>
    <message id="shm.check_same" numerus="yes">
        <source>same checksum from %n methods</source>
        <label>shm</label>
        <translation>
            <numerusform>same checksum from %n method</numerusform>
            <numerusform>same checksum from %n methods</numerusform>
        </translation>
    </message>
    <message id="shm.check_streamed">
        <source>written only by the parent, as data arrived ({name})</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>written only by the parent, as data arrived ({name})</translation>
    </message>
    <message id="shm.check_parent">
        <source>written only by the parent, after all data arrived ({name})</source>
        <extracomment>{name}: a method</extracomment>
        <label>shm</label>
        <translation>written only by the parent, after all data arrived ({name})</translation>
    </message>
    <message id="shm.chunked">
        <source>chunks of {rows} rows</source>
        <extracomment>{rows}: a number</extracomment>
        <label>shm</label>
        <translation>chunks of {rows} rows</translation>
    </message>
    <message id="shm.contiguous">
        <source>contiguous</source>
        <label>shm</label>
        <translation>contiguous</translation>
    </message>
    <message id="shm.first_rows">
        <source>First rows</source>
        <label>shm</label>
        <translation>First rows</translation>
    </message>
    <message id="shm.attributes">
        <source>Attributes</source>
        <label>shm</label>
        <translation>Attributes</translation>
    </message>
    <message id="shm.table_line" numerus="yes">
        <source>{shape}  ·  {size}  ·  first %n rows</source>
        <extracomment>{shape}: as in (500,); {size}: an amount</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>{shape}  ·  {size}  ·  first row</numerusform>
            <numerusform>{shape}  ·  {size}  ·  first %n rows</numerusform>
        </translation>
    </message>
    <message id="shm.sweep">
        <source>Break-even size</source>
        <label>shm</label>
        <translation>Break-even size</translation>
    </message>
    <message id="shm.sweep_note">
        <source>until the parent has read everything, with the worker already running; lower is better</source>
        <label>shm</label>
        <translation>until the parent has read everything, with the worker already running; lower is better</translation>
    </message>
    <message id="shm.bytes">
        <source>bytes</source>
        <label>shm</label>
        <translation>bytes</translation>
    </message>
    <message id="shm.no_sweep">
        <source>This run did not measure different sizes (see Options).</source>
        <label>shm</label>
        <translation>This run did not measure different sizes (see Options).</translation>
    </message>
    <message id="shm.wins_from">
        <source>Up to {before} the queue is faster or about as fast; from {size} on, shared memory is always faster.</source>
        <extracomment>{before}, {size}: amounts</extracomment>
        <label>shm</label>
        <translation>Up to {before} the queue is faster or about as fast; from {size} on, shared memory is always faster.</translation>
    </message>
    <message id="shm.always_wins">
        <source>Shared memory is faster at all sizes measured, from {size} on.</source>
        <extracomment>{size}: an amount</extracomment>
        <label>shm</label>
        <translation>Shared memory is faster at all sizes measured, from {size} on.</translation>
    </message>
    <message id="shm.never_wins">
        <source>At no size measured does shared memory become consistently faster than the queue.</source>
        <label>shm</label>
        <translation>At no size measured does shared memory become consistently faster than the queue.</translation>
    </message>
    <message id="shm.at_largest">
        <source>At {size} it is {times} times as fast.</source>
        <extracomment>{size}: an amount; {times}: a number</extracomment>
        <label>shm</label>
        <translation>At {size} it is {times} times as fast.</translation>
    </message>
    <message id="shm.size_failed">
        <source>{name} at {size} failed: {error}. Larger sizes were not measured.</source>
        <extracomment>{name}: a way of transfer; {size}: an amount; {error}: a message</extracomment>
        <label>shm</label>
        <translation>{name} at {size} failed: {error}. Larger sizes were not measured.</translation>
    </message>
    <message id="shm.rows_failed">
        <source>{name} with {size} rows failed: {error}. The sizes between this and the largest were not measured.</source>
        <extracomment>{name}: a method; {size}: a number; {error}: a message</extracomment>
        <label>shm</label>
        <translation>{name} with {size} rows failed: {error}. The sizes between this and the largest were not measured.</translation>
    </message>
    <message id="shm.growth">
        <source>Growth with rows</source>
        <label>shm</label>
        <translation>Growth with rows</translation>
    </message>
    <message id="shm.growth_note">
        <source>a whole job, from start to finish; lower is better</source>
        <label>shm</label>
        <translation>a whole job, from start to finish; lower is better</translation>
    </message>
    <message id="shm.rows_axis">
        <source>rows</source>
        <label>shm</label>
        <translation>rows</translation>
    </message>
    <message id="shm.no_growth">
        <source>This run did not measure growth (see Options).</source>
        <label>shm</label>
        <translation>This run did not measure growth (see Options).</translation>
    </message>
    <message id="shm.size_point">
        <source>{name} at {x}: {y}</source>
        <extracomment>{name}: a way; {x}, {y}: amounts</extracomment>
        <label>shm</label>
        <translation>{name} at {x}: {y}</translation>
    </message>
    <message id="shm.code">
        <source>Code as it runs</source>
        <label>shm</label>
        <translation>Code as it runs</translation>
    </message>
    <message id="shm.small">
        <source>Opens a small program that does the same in one process.</source>
        <label>shm</label>
        <translation>Opens a small program that does the same in one process.</translation>
    </message>
    <message id="shm.open_hint">
        <source>Opens a small program; it does not run until you record it</source>
        <label>shm</label>
        <translation>Opens a small program; it does not run until you record it</translation>
    </message>
    <message id="shm.not_stepped">
        <source>This cannot be shown in a single process.</source>
        <label>shm</label>
        <translation>This cannot be shown in a single process.</translation>
    </message>
    <message id="shm.findings">
        <source>Scripts as published</source>
        <label>shm</label>
        <translation>Scripts as published</translation>
    </message>
    <message id="shm.findings_note">
        <source>run in a sandbox: what went wrong, and in how many runs</source>
        <label>shm</label>
        <translation>run in a sandbox: what went wrong, and in how many runs</translation>
    </message>
    <message id="shm.finding">
        <source>what went wrong</source>
        <label>shm</label>
        <translation>what went wrong</translation>
    </message>
    <message id="shm.finding_hung">
        <source>It waited forever and was stopped</source>
        <label>shm</label>
        <translation>It waited forever and was stopped</translation>
    </message>
    <message id="shm.finding_exception">
        <source>An uncaught exception</source>
        <label>shm</label>
        <translation>An uncaught exception</translation>
    </message>
    <message id="shm.finding_wrong_child">
        <source>The wrong child received “done”: a segment was gone before the parent got it</source>
        <label>shm</label>
        <translation>The wrong child received “done”: a segment was gone before the parent got it</translation>
    </message>
    <message id="shm.finding_not_closed">
        <source>A mapping that was never closed</source>
        <label>shm</label>
        <translation>A mapping that was never closed</translation>
    </message>
    <message id="shm.finding_tracker">
        <source>A warning from the resource tracker</source>
        <label>shm</label>
        <translation>A warning from the resource tracker</translation>
    </message>
    <message id="shm.finding_left">
        <source>A segment left behind</source>
        <label>shm</label>
        <translation>A segment left behind</translation>
    </message>
    <message id="shm.finding_no_file">
        <source>The expected HDF5 file is missing</source>
        <label>shm</label>
        <translation>The expected HDF5 file is missing</translation>
    </message>
    <message id="shm.nothing_yet">
        <source>Nothing measured yet. Press Run to compare methods on this machine.</source>
        <label>shm</label>
        <translation>Nothing measured yet. Press Run to compare methods on this machine.</translation>
    </message>
    <message id="shm.not_all">
        <source>Not every method has been timed, so there is nothing to conclude yet.</source>
        <label>shm</label>
        <translation>Not every method has been timed, so there is nothing to conclude yet.</translation>
    </message>
    <message id="shm.all_failed">
        <source>No method finished; see their rows for the reasons.</source>
        <label>shm</label>
        <translation>No method finished; see their rows for the reasons.</translation>
    </message>
    <message id="shm.faster">
        <source>Shared memory transfers {size} to the parent in {shared}; pickling takes {pickled}, {times} times as long.</source>
        <extracomment>{size}: an amount; {shared}, {pickled}: times; {times}: a number; also {by} and {other}: methods</extracomment>
        <label>shm</label>
        <translation>Shared memory transfers {size} to the parent in {shared}; pickling takes {pickled}, {times} times as long.</translation>
    </message>
    <message id="shm.slower">
        <source>Pickling transfers {size} to the parent in {pickled}; shared memory takes {shared}, {times} times as long, because the tables are small.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>Pickling transfers {size} to the parent in {pickled}; shared memory takes {shared}, {times} times as long, because the tables are small.</translation>
    </message>
    <message id="shm.alike">
        <source>Shared memory ({shared}) and pickling ({pickled}) take about as long to transfer {size} to the parent.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>Shared memory ({shared}) and pickling ({pickled}) take about as long to transfer {size} to the parent.</translation>
    </message>
    <message id="shm.unclear">
        <source>Shared memory took {shared} and pickling {pickled} to transfer {size} to the parent; the repeats do not show which is faster.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>Shared memory took {shared} and pickling {pickled} to transfer {size} to the parent; the repeats do not show which is faster.</translation>
    </message>
    <message id="shm.reused">
        <source>Reused segments take {seconds}.</source>
        <extracomment>{seconds}: a time</extracomment>
        <label>shm</label>
        <translation>Reused segments take {seconds}.</translation>
    </message>
    <message id="shm.alone">
        <source>{name} transfers {size} to the parent in {seconds}.</source>
        <extracomment>{name}: a method; {size}: an amount; {seconds}: a time</extracomment>
        <label>shm</label>
        <translation>{name} transfers {size} to the parent in {seconds}.</translation>
    </message>
    <message id="shm.parsing_gain">
        <source>Parsing the text takes {percent}% of the whole job ({by}), so the whole job gains {gain}%.</source>
        <extracomment>{percent}, {gain}: numbers; {by}: a method</extracomment>
        <label>shm</label>
        <translation>Parsing the text takes {percent}% of the whole job ({by}), so the whole job gains {gain}%.</translation>
    </message>
    <message id="shm.parsing_no_gain">
        <source>Parsing the text takes {percent}% of the whole job ({by}), with no measurable gain overall.</source>
        <extracomment>{percent}: a number; {by}: a method; also {gain}</extracomment>
        <label>shm</label>
        <translation>Parsing the text takes {percent}% of the whole job ({by}), with no measurable gain overall.</translation>
    </message>
    <message id="shm.memory">
        <source>At peak, shared memory holds {shared} times the size of the tables and pickling {pickled} times.</source>
        <extracomment>numbers</extracomment>
        <label>shm</label>
        <translation>At peak, shared memory holds {shared} times the size of the tables and pickling {pickled} times.</translation>
    </message>
    <message id="shm.same_table" numerus="yes">
        <source>All %n methods gave the same table.</source>
        <label>shm</label>
        <translation>
            <numerusform>%n method was timed.</numerusform>
            <numerusform>All %n methods gave the same table.</numerusform>
        </translation>
    </message>
    <message id="shm.other_table" numerus="yes">
        <source>The %n methods did not give the same table.</source>
        <label>shm</label>
        <translation>
            <numerusform>%n method was timed.</numerusform>
            <numerusform>The %n methods did not give the same table.</numerusform>
        </translation>
    </message>
    <message id="shm.leaked" numerus="yes">
        <source>%n segments were left behind.</source>
        <label>shm</label>
        <translation>
            <numerusform>%n segment was left behind.</numerusform>
            <numerusform>%n segments were left behind.</numerusform>
        </translation>
    </message>
    <message id="shm.nothing_left">
        <source>No segment was left behind.</source>
        <label>shm</label>
        <translation>No segment was left behind.</translation>
    </message>
    <message id="shm.some_failed" numerus="yes">
        <source>%n methods failed; see their rows for the reasons.</source>
        <label>shm</label>
        <translation>
            <numerusform>%n method failed; see its row for the reason.</numerusform>
            <numerusform>%n methods failed; see their rows for the reasons.</numerusform>
        </translation>
    </message>
    <message id="shm.so_far">
        <source>Partial results: the run has not finished.</source>
        <label>shm</label>
        <translation>Partial results: the run has not finished.</translation>
    </message>
    <message id="shm.scripts_wrong" numerus="yes">
        <source>%n scripts as published went wrong; the table below shows how.</source>
        <label>shm</label>
        <translation>
            <numerusform>%n script as published went wrong; the table below shows how.</numerusform>
            <numerusform>%n scripts as published went wrong; the table below shows how.</numerusform>
        </translation>
    </message>
    <message id="shm.rate_note">
        <source>longer is better; rate of the transfer; logarithmic axis</source>
        <extracomment>Note beside the title of the chart of GB/s</extracomment>
        <label>shm</label>
        <translation>longer is better; rate of the transfer; logarithmic axis</translation>
    </message>
    <message id="shm.limits">
        <source>{name} reaches {rate}: {percent}% of what the first write into new shared memory allows ({first}). Copying in memory reaches {memcpy}; only reused segments come close to that.</source>
        <extracomment>{name}: a method; {rate}, {first}, {memcpy}: as in 1.03 GB/s; {percent}: a number</extracomment>
        <label>shm</label>
        <translation>{name} reaches {rate}: {percent}% of what the first write into new shared memory allows ({first}). Copying in memory reaches {memcpy}; only reused segments come close to that.</translation>
    </message>
    <message id="shm.dask_now">
        <source>Dask takes {start} until its cluster is ready. After that, the job takes no longer than with {name}.</source>
        <extracomment>{start}: a time; {name}: a method</extracomment>
        <label>shm</label>
        <translation>Dask takes {start} until its cluster is ready. After that, the job takes no longer than with {name}.</translation>
    </message>
    <message id="shm.dask_unclear">
        <source>Dask takes {start} until its cluster is ready. After that, the repeats do not show whether the job takes longer than with {name}.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>Dask takes {start} until its cluster is ready. After that, the repeats do not show whether the job takes longer than with {name}.</translation>
    </message>
    <message id="shm.dask_never">
        <source>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; no number of workers makes up for the time it takes to send the tables over the network.</source>
        <extracomment>as above; {extra}: a time</extracomment>
        <label>shm</label>
        <translation>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; no number of workers makes up for the time it takes to send the tables over the network.</translation>
    </message>
    <message id="shm.dask_workers" numerus="yes">
        <source>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; with about %n workers or more it would take less, if they share the parsing and the network is as fast as here.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>
            <numerusform>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; with %n worker it would take less.</numerusform>
            <numerusform>Dask takes {start} until its cluster is ready. After that, the job takes {extra} longer than with {name}; with about %n workers or more it would take less, if they share the parsing and the network is as fast as here.</numerusform>
        </translation>
    </message>
    <message id="shm.dask_elsewhere">
        <source>The scheduler&apos;s workers are not processes of this run, so their memory is not counted.</source>
        <label>shm</label>
        <translation>The scheduler&apos;s workers are not processes of this run, so their memory is not counted.</translation>
    </message>
    <message id="shm.reader_pays">
        <source>The fast reader takes {cost} to import, so it is worthwhile from {least} rows on. At {rows} rows it is {times} times as fast as np.loadtxt.</source>
        <extracomment>{cost}: a time; {least}, {rows}, {times}: numbers</extracomment>
        <label>shm</label>
        <translation>The fast reader takes {cost} to import, so it is worthwhile from {least} rows on. At {rows} rows it is {times} times as fast as np.loadtxt.</translation>
    </message>
    <message id="shm.reader_never">
        <source>The fast reader takes {cost} to import, so it is not worthwhile at the sizes measured. At {rows} rows it is {times} times as fast as np.loadtxt.</source>
        <extracomment>as above</extracomment>
        <label>shm</label>
        <translation>The fast reader takes {cost} to import, so it is not worthwhile at the sizes measured. At {rows} rows it is {times} times as fast as np.loadtxt.</translation>
    </message>
    <message id="shm.threads_free">
        <source>Threads have nothing to transfer, but they parse in {load}, {times} times as long as processes ({quickest}).</source>
        <extracomment>{load}, {quickest}: times; {times}: a number</extracomment>
        <label>shm</label>
        <translation>Threads have nothing to transfer, but they parse in {load}, {times} times as long as processes ({quickest}).</translation>
    </message>
    <message id="shm.threads">
        <source>Threads have nothing to transfer, but they parse in {load}, {times} times as long as processes ({quickest}): only one thread at a time can hold the GIL.</source>
        <extracomment>{load}, {quickest}: times; {times}: a number</extracomment>
        <label>shm</label>
        <translation>Threads have nothing to transfer, but they parse in {load}, {times} times as long as processes ({quickest}): only one thread at a time can hold the GIL.</translation>
    </message>
    <message id="question.no_count">
        <source>The object of `{name}` has no count: it is immortal.</source>
        <extracomment>{name}: a name of the program</extracomment>
        <label>question</label>
        <translation>The object of `{name}` has no count: it is immortal.</translation>
    </message>
    <message id="question.no_name">
        <source>There is no name `{name}` after this line.</source>
        <extracomment>{name}: a name of the program</extracomment>
        <label>question</label>
        <translation>There is no name `{name}` after this line.</translation>
    </message>
    <message id="question.no_line">
        <source>The recording never reaches the mark {mark}.</source>
        <extracomment>{mark}: the name of a step in a lesson</extracomment>
        <label>question</label>
        <translation>The recording never reaches the mark {mark}.</translation>
    </message>
    <message id="question.prints_nothing">
        <source>Line {line} prints nothing.</source>
        <extracomment>{line}: a line&apos;s number</extracomment>
        <label>question</label>
        <translation>Line {line} prints nothing.</translation>
    </message>
    <message id="question.count_fewer" numerus="yes">
        <source>For {given}, %n more references would have to lead to it: other names, or items of a list.</source>
        <extracomment>{given}: the number that was answered</extracomment>
        <label>question</label>
        <translation>
            <numerusform>For {given}, one more reference would have to lead to it: another name, or an item of a list.</numerusform>
            <numerusform>For {given}, %n more references would have to lead to it: other names, or items of a list.</numerusform>
        </translation>
    </message>
    <message id="question.count_more" numerus="yes">
        <source>For {given}, %n of these references would have to be gone.</source>
        <extracomment>{given}: the number that was answered</extracomment>
        <label>question</label>
        <translation>
            <numerusform>For {given}, one of these references would have to be gone.</numerusform>
            <numerusform>For {given}, %n of these references would have to be gone.</numerusform>
        </translation>
    </message>
    <message id="question.count_is" numerus="yes">
        <source>%n references lead to {what}:</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>question</label>
        <translation>
            <numerusform>One reference leads to {what}:</numerusform>
            <numerusform>%n references lead to {what}:</numerusform>
        </translation>
    </message>
    <message id="question.would_be_new">
        <source>`{name}` would refer to a new object only if the line created one. It passes on an existing one.</source>
        <extracomment>{name}: a name of the program</extracomment>
        <label>question</label>
        <translation>`{name}` would refer to a new object only if the line created one. It passes on an existing one.</translation>
    </message>
    <message id="question.would_be_inside">
        <source>`{name}` would refer to {what} only if the line took it out of what holds it.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}` would refer to {what} only if the line took it out of what holds it.</translation>
    </message>
    <message id="question.would_stay">
        <source>`{name}` would still refer to {what} only if this line did not bind `{name}`.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}` would still refer to {what} only if this line did not bind `{name}`.</translation>
    </message>
    <message id="question.would_be_named">
        <source>`{name}` would refer to {what} if the line were `{name} = {other}`.</source>
        <extracomment>{name}, {other}: names; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}` would refer to {what} if the line were `{name} = {other}`.</translation>
    </message>
    <message id="question.is_new">
        <source>`{name}` refers to {what}, a new object.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}` refers to {what}, a new object.</translation>
    </message>
    <message id="question.is_there">
        <source>`{name}` refers to {what}, an existing object.</source>
        <extracomment>{name}: a name; {what}: an object</extracomment>
        <label>question</label>
        <translation>`{name}` refers to {what}, an existing object.</translation>
    </message>
    <message id="question.prints">
        <source>It prints: `{text}`</source>
        <extracomment>{text}: what the program printed</extracomment>
        <label>question</label>
        <translation>It prints: `{text}`</translation>
    </message>
    <message id="question.prints_otherwise">
        <source>Your answer differs first in line {line}, at character {column}.</source>
        <extracomment>{line}, {column}: numbers</extracomment>
        <label>question</label>
        <translation>Your answer differs first in line {line}, at character {column}.</translation>
    </message>
    <message id="question.prints_lines" numerus="yes">
        <source>It prints %n lines.</source>
        <label>question</label>
        <translation>
            <numerusform>It prints one line.</numerusform>
            <numerusform>It prints %n lines.</numerusform>
        </translation>
    </message>
    <message id="question.would_be_same">
        <source>For one object with two names, a line such as `{other} = {one}` would have to run. Here another object was made.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>For one object with two names, a line such as `{other} = {one}` would have to run. Here another object was made.</translation>
    </message>
    <message id="question.would_be_equal">
        <source>For `{one}` and `{other}` to be two objects with equal values, the one would have to be a copy of the other.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>For `{one}` and `{other}` to be two objects with equal values, the one would have to be a copy of the other.</translation>
    </message>
    <message id="question.would_be_different">
        <source>For `{one}` and `{other}` to differ, their values would have to differ, too.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>For `{one}` and `{other}` to differ, their values would have to differ, too.</translation>
    </message>
    <message id="question.one_way">
        <source>Which way line {line} goes cannot be read from the recording.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>question</label>
        <translation>Which way line {line} goes cannot be read from the recording.</translation>
    </message>
    <message id="question.are_same">
        <source>`{one}` and `{other}` refer to the same object.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}` and `{other}` refer to the same object.</translation>
    </message>
    <message id="question.are_equal">
        <source>`{one}` and `{other}` refer to two objects with equal values.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}` and `{other}` refer to two objects with equal values.</translation>
    </message>
    <message id="question.are_different">
        <source>`{one}` and `{other}` refer to two objects with different values.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>question</label>
        <translation>`{one}` and `{other}` refer to two objects with different values.</translation>
    </message>
    <message id="question.lives_on">
        <source>{what} lives on: something still refers to it.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>question</label>
        <translation>{what} lives on: something still refers to it.</translation>
    </message>
    <message id="question.dies_too">
        <source>{what} dies, too.</source>
        <extracomment>{what}: an object, as in list #3</extracomment>
        <label>question</label>
        <translation>{what} dies, too.</translation>
    </message>
    <message id="question.none_dies">
        <source>No object dies at this line.</source>
        <label>question</label>
        <translation>No object dies at this line.</translation>
    </message>
    <message id="question.arrow_missing">
        <source>The arrow of `{name}` is missing.</source>
        <extracomment>{name}: a name</extracomment>
        <label>question</label>
        <translation>The arrow of `{name}` is missing.</translation>
    </message>
    <message id="question.no_such_name">
        <source>There is no name `{name}` after this line.</source>
        <extracomment>{name}: a name</extracomment>
        <label>question</label>
        <translation>There is no name `{name}` after this line.</translation>
    </message>
    <message id="task.count" numerus="yes">
        <source>At some step %n references lead to the object of `{name}`.</source>
        <extracomment>{name}: a name</extracomment>
        <label>task</label>
        <translation>
            <numerusform>At some step one reference leads to the object of `{name}`.</numerusform>
            <numerusform>At some step %n references lead to the object of `{name}`.</numerusform>
        </translation>
    </message>
    <message id="task.most" numerus="yes">
        <source>The program makes at most %n objects of type `{type}` (now {made}).</source>
        <extracomment>{type}: a type; {made}: how many</extracomment>
        <label>task</label>
        <translation>
            <numerusform>The program makes at most one object of type `{type}` (now {made}).</numerusform>
            <numerusform>The program makes at most %n objects of type `{type}` (now {made}).</numerusform>
        </translation>
    </message>
    <message id="task.least" numerus="yes">
        <source>The program makes %n objects of type `{type}` or more (now {made}).</source>
        <extracomment>{type}: a type; {made}: how many</extracomment>
        <label>task</label>
        <translation>
            <numerusform>The program makes one object of type `{type}` or more (now {made}).</numerusform>
            <numerusform>The program makes %n objects of type `{type}` or more (now {made}).</numerusform>
        </translation>
    </message>
    <message id="task.same">
        <source>At the end `{one}` and `{other}` refer to the same object.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>task</label>
        <translation>At the end `{one}` and `{other}` refer to the same object.</translation>
    </message>
    <message id="task.not_same">
        <source>At the end `{one}` and `{other}` refer to two objects.</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>task</label>
        <translation>At the end `{one}` and `{other}` refer to two objects.</translation>
    </message>
    <message id="task.dies">
        <source>An object of type `{type}` dies before the end.</source>
        <extracomment>{type}: a type</extracomment>
        <label>task</label>
        <translation>An object of type `{type}` dies before the end.</translation>
    </message>
    <message id="task.printed">
        <source>The program prints: `{text}`</source>
        <extracomment>{text}: what is to be printed</extracomment>
        <label>task</label>
        <translation>The program prints: `{text}`</translation>
    </message>
    <message id="task.raises">
        <source>The program ends with an uncaught `{type}`.</source>
        <extracomment>{type}: an exception</extracomment>
        <label>task</label>
        <translation>The program ends with an uncaught `{type}`.</translation>
    </message>
    <message id="task.finishes">
        <source>The program ends without an exception.</source>
        <label>task</label>
        <translation>The program ends without an exception.</translation>
    </message>
    <message id="lessons.names">
        <source>Names</source>
        <label>lessons</label>
        <translation>Names</translation>
    </message>
    <message id="lessons.memory">
        <source>Memory</source>
        <label>lessons</label>
        <translation>Memory</translation>
    </message>
    <message id="lessons.functions">
        <source>Functions</source>
        <label>lessons</label>
        <translation>Functions</translation>
    </message>
    <message id="lessons.iteration">
        <source>Iteration</source>
        <label>lessons</label>
        <translation>Iteration</translation>
    </message>
    <message id="lessons.text">
        <source>Text</source>
        <label>lessons</label>
        <translation>Text</translation>
    </message>
    <message id="lessons.models">
        <source>Models</source>
        <label>lessons</label>
        <translation>Models</translation>
    </message>
    <message id="lessons.errors">
        <source>Exceptions</source>
        <label>lessons</label>
        <translation>Exceptions</translation>
    </message>
    <message id="lessons.concurrency">
        <source>Concurrency</source>
        <label>lessons</label>
        <translation>Concurrency</translation>
    </message>
    <message id="lessons.own">
        <source>Your own lessons</source>
        <label>lessons</label>
        <translation>Your own lessons</translation>
    </message>
    <message id="ask.count">
        <source>How many references lead to the object of `{name}` when this line has run?</source>
        <extracomment>{name}: a name</extracomment>
        <label>ask</label>
        <translation>How many references lead to the object of `{name}` when this line has run?</translation>
    </message>
    <message id="ask.refers">
        <source>Which object does `{name}` refer to when this line has run?</source>
        <extracomment>{name}: a name</extracomment>
        <label>ask</label>
        <translation>Which object does `{name}` refer to when this line has run?</translation>
    </message>
    <message id="ask.printed">
        <source>What does this line print?</source>
        <label>ask</label>
        <translation>What does this line print?</translation>
    </message>
    <message id="ask.same">
        <source>When this line has run, what are `{one}` and `{other}` to each other?</source>
        <extracomment>{one}, {other}: names</extracomment>
        <label>ask</label>
        <translation>When this line has run, what are `{one}` and `{other}` to each other?</translation>
    </message>
    <message id="ask.dies">
        <source>Which objects die while this line runs?</source>
        <label>ask</label>
        <translation>Which objects die while this line runs?</translation>
    </message>
    <message id="ask.draw">
        <source>Draw the arrow of each name as it is when this line has run.</source>
        <label>ask</label>
        <translation>Draw the arrow of each name as it is when this line has run.</translation>
    </message>
    <message id="ask.next">
        <source>Which way does the program go after this line?</source>
        <label>ask</label>
        <translation>Which way does the program go after this line?</translation>
    </message>
    <message id="ask.goes_inside">
        <source>The block below runs, from line {line}.</source>
        <extracomment>{line}: a line number</extracomment>
        <label>ask</label>
        <translation>The block below runs, from line {line}.</translation>
    </message>
    <message id="ask.skips">
        <source>The block below is skipped.</source>
        <label>ask</label>
        <translation>The block below is skipped.</translation>
    </message>
    <message id="ask.loop_ends">
        <source>The loop ends.</source>
        <label>ask</label>
        <translation>The loop ends.</translation>
    </message>
    <message id="ask.nothing">
        <source>Predict before each step is on. There is no question now.</source>
        <label>ask</label>
        <translation>Predict before each step is on. There is no question now.</translation>
    </message>
    <message id="ask.new">
        <source>a new object</source>
        <label>ask</label>
        <translation>a new object</translation>
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
        <translation>one object with two names</translation>
    </message>
    <message id="ask.is_equal">
        <source>two objects with equal values</source>
        <label>ask</label>
        <translation>two objects with equal values</translation>
    </message>
    <message id="ask.is_different">
        <source>two objects with different values</source>
        <label>ask</label>
        <translation>two objects with different values</translation>
    </message>
    <message id="ask.none_dies">
        <source>none</source>
        <label>ask</label>
        <translation>none</translation>
    </message>
    <message id="ask.number">
        <source>Number of references</source>
        <label>ask</label>
        <translation>Number of references</translation>
    </message>
    <message id="ask.text">
        <source>What is printed</source>
        <label>ask</label>
        <translation>What is printed</translation>
    </message>
    <message id="ask.text_hint">
        <source>Enter: answer; Shift+Enter: another line</source>
        <label>ask</label>
        <translation>Enter: answer; Shift+Enter: another line</translation>
    </message>
    <message id="ask.drag">
        <source>Drag the arrow to an object in the picture, or to the empty canvas for one that is not there yet</source>
        <label>ask</label>
        <translation>Drag the arrow to an object in the picture, or to the empty canvas for one that is not there yet</translation>
    </message>
    <message id="ask.answer">
        <source>Answer</source>
        <label>ask</label>
        <translation>Answer</translation>
    </message>
    <message id="ask.skip">
        <source>Skip</source>
        <label>ask</label>
        <translation>Skip</translation>
    </message>
    <message id="ask.show">
        <source>Show the step</source>
        <label>ask</label>
        <translation>Show the step</translation>
    </message>
    <message id="ask.again">
        <source>Try again</source>
        <label>ask</label>
        <translation>Try again</translation>
    </message>
    <message id="ask.right">
        <source>Right.</source>
        <label>ask</label>
        <translation>Right.</translation>
    </message>
    <message id="ask.wrong">
        <source>Not quite.</source>
        <label>ask</label>
        <translation>Not quite.</translation>
    </message>
    <message id="ask.revealed">
        <source>The answer:</source>
        <label>ask</label>
        <translation>The answer:</translation>
    </message>
    <message id="lesson.waits">
        <source>The questions appear when the program has ended.</source>
        <label>lesson</label>
        <translation>The questions appear when the program has ended.</translation>
    </message>
    <message id="lesson.title">
        <source>Lesson</source>
        <label>lesson</label>
        <translation>Lesson</translation>
    </message>
    <message id="lesson.task_done">
        <source>Done.</source>
        <label>lesson</label>
        <translation>Done.</translation>
    </message>
    <message id="lesson.task_how">
        <source>Change the program and record it to check this.</source>
        <label>lesson</label>
        <translation>Change the program and record it to check this.</translation>
    </message>
    <message id="lesson.draft">
        <source>Write your explanation here. A link leads to a step: [like this one](#{mark}).</source>
        <label>lesson</label>
        <translation>Write your explanation here. A link leads to a step: [like this one](#{mark}).</translation>
    </message>
    <message id="notification.lesson">
        <source>The lesson could not be opened.</source>
        <label>notification</label>
        <translation>The lesson could not be opened.</translation>
    </message>
    <message id="notification.lesson_made">
        <source>Lesson saved as {file}</source>
        <label>notification</label>
        <translation>Lesson saved as {file}</translation>
    </message>
    <message id="notification.lesson_where">
        <source>Write its text in any text editor, then open the file here again. It is in {folder}</source>
        <label>notification</label>
        <translation>Write its text in any text editor, then open the file here again. It is in {folder}</translation>
    </message>
    <message id="notification.lesson_text">
        <source>Open its text</source>
        <label>notification</label>
        <translation>Open its text</translation>
    </message>
    <message id="notification.saved">
        <source>Saved as {file}</source>
        <label>notification</label>
        <translation>Saved as {file}</translation>
    </message>
    <message id="notification.saved_where">
        <source>In the folder {folder}</source>
        <label>notification</label>
        <translation>In the folder {folder}</translation>
    </message>
    <message id="notification.open_folder">
        <source>Open folder</source>
        <label>notification</label>
        <translation>Open folder</translation>
    </message>
    <message id="command.predict">
        <source>Predict before each step</source>
        <label>command</label>
        <translation>Predict before each step</translation>
    </message>
    <message id="command.reveal">
        <source>Show the answer</source>
        <label>command</label>
        <translation>Show the answer</translation>
    </message>
    <message id="start.search">
        <source>Search programs and lessons</source>
        <label>start</label>
        <translation>Search programs and lessons</translation>
    </message>
    <message id="menu.learn">
        <source>Learn</source>
        <label>menu</label>
        <translation>Learn</translation>
    </message>
    <message id="command.predict_output">
        <source>Ask about output</source>
        <label>command</label>
        <translation>Ask about output</translation>
    </message>
    <message id="command.predict_names">
        <source>Ask about names and objects</source>
        <label>command</label>
        <translation>Ask about names and objects</translation>
    </message>
    <message id="command.predict_counts">
        <source>Ask about counts and lives</source>
        <label>command</label>
        <translation>Ask about counts and lives</translation>
    </message>
    <message id="command.leave_lesson">
        <source>Leave the lesson</source>
        <label>command</label>
        <translation>Leave the lesson</translation>
    </message>
    <message id="command.export_progress">
        <source>Save answers as a table…</source>
        <label>command</label>
        <translation>Save answers as a table…</translation>
    </message>
    <message id="command.reset_progress">
        <source>Clear answers</source>
        <label>command</label>
        <translation>Clear answers</translation>
    </message>
    <message id="dialog.lesson">
        <source>New lesson</source>
        <label>dialog</label>
        <translation>New lesson</translation>
    </message>
    <message id="dialog.lessons">
        <source>Lessons (*.md)</source>
        <label>dialog</label>
        <translation>Lessons (*.md)</translation>
    </message>
    <message id="command.new_lesson">
        <source>New lesson from this program…</source>
        <label>command</label>
        <translation>New lesson from this program…</translation>
    </message>
    <message id="notification.record_first">
        <source>Record the program first: its questions come from the recording.</source>
        <label>notification</label>
        <translation>Record the program first: its questions come from the recording.</translation>
    </message>
    <message id="ask.value">
        <source>Which value does `{name}` have after this line?</source>
        <extracomment>{name} is a name of the program</extracomment>
        <label>ask</label>
        <translation>Which value does `{name}` have after this line?</translation>
    </message>
    <message id="ask.value_name">
        <source>The value, as in a program</source>
        <label>ask</label>
        <translation>The value, as in a program</translation>
    </message>
    <message id="ask.value_hint">
        <source>5, &quot;five&quot;, [5, 6]</source>
        <label>ask</label>
        <translation>5, &quot;five&quot;, [5, 6]</translation>
    </message>
    <message id="question.no_value">
        <source>the value of `{name}` is not one that can be typed</source>
        <label>question</label>
        <translation>the value of `{name}` is not one that can be typed</translation>
    </message>
    <message id="question.value_in_quotes">
        <source>In a program, text is written in quotes: `{text}`.</source>
        <label>question</label>
        <translation>In a program, text is written in quotes: `{text}`.</translation>
    </message>
    <message id="question.value_unreadable">
        <source>`{text}` is not written like a value in a program.</source>
        <label>question</label>
        <translation>`{text}` is not written like a value in a program.</translation>
    </message>
    <message id="question.would_still_be">
        <source>`{name}` would still be `{text}` if this line did not change it.</source>
        <label>question</label>
        <translation>`{name}` would still be `{text}` if this line did not change it.</translation>
    </message>
    <message id="question.value_of_type">
        <source>`{text}` is of the type `{type}`; the value is of the type `{right}`.</source>
        <label>question</label>
        <translation>`{text}` is of the type `{type}`; the value is of the type `{right}`.</translation>
    </message>
    <message id="question.would_come_out">
        <source>For `{name}` to be `{text}`, the line would have to compute something else.</source>
        <label>question</label>
        <translation>For `{name}` to be `{text}`, the line would have to compute something else.</translation>
    </message>
    <message id="question.value_is">
        <source>After the line `{name}` is `{text}`.</source>
        <label>question</label>
        <translation>After the line `{name}` is `{text}`.</translation>
    </message>
    <message id="question.value_was">
        <source>Before the line `{name}` was `{text}`.</source>
        <label>question</label>
        <translation>Before the line `{name}` was `{text}`.</translation>
    </message>
    <message id="start.start">
        <source>Start here</source>
        <label>start</label>
        <translation>Start here</translation>
    </message>
    <message id="start.lessons">
        <source>Lessons</source>
        <label>start</label>
        <translation>Lessons</translation>
    </message>
    <message id="start.programs">
        <source>Programs</source>
        <label>start</label>
        <translation>Programs</translation>
    </message>
    <message id="start.first">
        <source>First steps: predict, then see</source>
        <label>start</label>
        <translation>First steps: predict, then see</translation>
    </message>
    <message id="start.done">
        <source>{n} of {whole} right</source>
        <label>start</label>
        <translation>{n} of {whole} right</translation>
    </message>
    <message id="examples.names">
        <source>Names and objects</source>
        <label>examples</label>
        <translation>Names and objects</translation>
    </message>
    <message id="examples.lists">
        <source>Lists and dictionaries</source>
        <label>examples</label>
        <translation>Lists and dictionaries</translation>
    </message>
    <message id="examples.functions">
        <source>Functions</source>
        <label>examples</label>
        <translation>Functions</translation>
    </message>
    <message id="examples.classes">
        <source>Classes</source>
        <label>examples</label>
        <translation>Classes</translation>
    </message>
    <message id="examples.recursion">
        <source>Recursion</source>
        <label>examples</label>
        <translation>Recursion</translation>
    </message>
    <message id="examples.iterators">
        <source>Iterators</source>
        <label>examples</label>
        <translation>Iterators</translation>
    </message>
    <message id="examples.exceptions">
        <source>Exceptions</source>
        <label>examples</label>
        <translation>Exceptions</translation>
    </message>
    <message id="examples.memory">
        <source>Memory</source>
        <label>examples</label>
        <translation>Memory</translation>
    </message>
    <message id="examples.threads">
        <source>Threads and tasks</source>
        <label>examples</label>
        <translation>Threads and tasks</translation>
    </message>
    <message id="lessons.first">
        <source>First steps</source>
        <label>lessons</label>
        <translation>First steps</translation>
    </message>
    <message id="ask.difficulty">
        <source>How hard the questions are</source>
        <label>ask</label>
        <translation>How hard the questions are</translation>
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
        <translation>Check for a newer version</translation>
    </message>
    <message id="about.asking">
        <source>Checking…</source>
        <label>about</label>
        <translation>Checking…</translation>
    </message>
    <message id="about.newest">
        <source>There is no newer version.</source>
        <label>about</label>
        <translation>There is no newer version.</translation>
    </message>
    <message id="about.newer_is">
        <source>Version {version} is available:</source>
        <label>about</label>
        <translation>Version {version} is available:</translation>
    </message>
    <message id="about.not_told">
        <source>Could not check: {why}</source>
        <label>about</label>
        <translation>Could not check: {why}</translation>
    </message>
    <message id="start.nothing">
        <source>No program or lesson has all of these words.</source>
        <label>start</label>
        <translation>No program or lesson has all of these words.</translation>
    </message>
    <message id="ask.about_output">
        <source>Output</source>
        <label>ask</label>
        <translation>Output</translation>
    </message>
    <message id="ask.about_names">
        <source>Objects</source>
        <label>ask</label>
        <translation>Objects</translation>
    </message>
    <message id="ask.about_counts">
        <source>Counts</source>
        <label>ask</label>
        <translation>Counts</translation>
    </message>
    <message id="task.last">
        <source>The last line printed is: `{text}`</source>
        <label>task</label>
        <translation>The last line printed is: `{text}`</translation>
    </message>
    <message id="page.code">
        <source>Program</source>
        <extracomment>in the page of a recording: the name of the part with the code, for screen readers</extracomment>
        <label>page</label>
        <translation>Program</translation>
    </message>
    <message id="page.picture">
        <source>Diagram</source>
        <extracomment>in the page of a recording: the name of the part with the diagram, for screen readers</extracomment>
        <label>page</label>
        <translation>Diagram</translation>
    </message>
    <message id="page.theme">
        <source>Light or dark</source>
        <extracomment>in the page of a recording: a button that changes between the light and the dark theme</extracomment>
        <label>page</label>
        <translation>Light or dark</translation>
    </message>
    <message id="page.place">
        <source>Step {step} of {last}</source>
        <label>page</label>
        <translation>Step {step} of {last}</translation>
    </message>
    <message id="page.play">
        <source>Play</source>
        <extracomment>in the page of a recording: a button that steps forward by itself</extracomment>
        <label>page</label>
        <translation>Play</translation>
    </message>
    <message id="page.pause">
        <source>Pause</source>
        <label>page</label>
        <translation>Pause</translation>
    </message>
    <message id="page.output_cut">
        <source>… This page leaves out later output.</source>
        <extracomment>in the page of a recording: after a very long output</extracomment>
        <label>page</label>
        <translation>… This page leaves out later output.</translation>
    </message>
    <message id="page.language">
        <source>한국어</source>
        <extracomment>in the page of a recording: a button that changes to the other language; named in that language</extracomment>
        <label>page</label>
        <translation>한국어</translation>
    </message>
    <message id="page.marks">
        <source>Bookmarks and questions</source>
        <label>page</label>
        <translation>Bookmarks and questions</translation>
    </message>
    <message id="page.bookmark">
        <source>Bookmark</source>
        <label>page</label>
        <translation>Bookmark</translation>
    </message>
    <message id="page.question">
        <source>Question</source>
        <label>page</label>
        <translation>Question</translation>
    </message>
    <message id="page.without_script">
        <source>This page needs JavaScript to step through the recording.</source>
        <label>page</label>
        <translation>This page needs JavaScript to step through the recording.</translation>
    </message>
    <message id="command.share">
        <source>Share as a page…</source>
        <label>command</label>
        <translation>Share as a page…</translation>
    </message>
    <message id="command.save_part">
        <source>Save part of the recording…</source>
        <label>command</label>
        <translation>Save part of the recording…</translation>
    </message>
    <message id="dialog.page">
        <source>Save page</source>
        <label>dialog</label>
        <translation>Save page</translation>
    </message>
    <message id="dialog.pages">
        <source>Web pages (*.html)</source>
        <label>dialog</label>
        <translation>Web pages (*.html)</translation>
    </message>
    <message id="share.title">
        <source>Share as a page</source>
        <label>share</label>
        <translation>Share as a page</translation>
    </message>
    <message id="part.title">
        <source>Save part of the recording</source>
        <label>part</label>
        <translation>Save part of the recording</translation>
    </message>
    <message id="part.note">
        <source>The part is a recording of its own: it opens, exports and checks like any other. At its first step it has everything that exists at that step.</source>
        <label>part</label>
        <translation>The part is a recording of its own: it opens, exports and checks like any other. At its first step it has everything that exists at that step.</translation>
    </message>
    <message id="part.saving">
        <source>Saving…</source>
        <label>part</label>
        <translation>Saving…</translation>
    </message>
    <message id="part.saved">
        <source>Saved as {file} ({megabytes} MB).</source>
        <extracomment>{file}: a file; {megabytes}: a number</extracomment>
        <label>part</label>
        <translation>Saved as {file} ({megabytes} MB).</translation>
    </message>
    <message id="part.steps" numerus="yes">
        <source>%n steps.</source>
        <label>part</label>
        <translation>
            <numerusform>%n step.</numerusform>
            <numerusform>%n steps.</numerusform>
        </translation>
    </message>
    <message id="part.bookmarks" numerus="yes">
        <source>%n bookmarks with their notes are included.</source>
        <label>part</label>
        <translation>
            <numerusform>%n bookmark with its note is included.</numerusform>
            <numerusform>%n bookmarks with their notes are included.</numerusform>
        </translation>
    </message>
    <message id="share.first">
        <source>First step</source>
        <label>share</label>
        <translation>First step</translation>
    </message>
    <message id="share.last">
        <source>Last step</source>
        <label>share</label>
        <translation>Last step</translation>
    </message>
    <message id="share.most">
        <source>A page has at most 2,000 steps, and all levels of detail up to 300. It opens in any browser, without a network.</source>
        <label>share</label>
        <translation>A page has at most 2,000 steps, and all levels of detail up to 300. It opens in any browser, without a network.</translation>
    </message>
    <message id="share.all_levels">
        <source>All levels</source>
        <label>share</label>
        <translation>All levels</translation>
    </message>
    <message id="share.readers">
        <source>Match the reader’s browser</source>
        <label>share</label>
        <translation>Match the reader’s browser</translation>
    </message>
    <message id="share.theme">
        <source>Theme</source>
        <label>share</label>
        <translation>Theme</translation>
    </message>
    <message id="share.light">
        <source>Light</source>
        <label>share</label>
        <translation>Light</translation>
    </message>
    <message id="share.dark">
        <source>Dark</source>
        <label>share</label>
        <translation>Dark</translation>
    </message>
    <message id="share.making">
        <source>Making the page…</source>
        <label>share</label>
        <translation>Making the page…</translation>
    </message>
    <message id="share.save">
        <source>Save…</source>
        <label>share</label>
        <translation>Save…</translation>
    </message>
    <message id="share.open">
        <source>Open in browser</source>
        <label>share</label>
        <translation>Open in browser</translation>
    </message>
    <message id="share.saved">
        <source>Saved as {file}.</source>
        <label>share</label>
        <translation>Saved as {file}.</translation>
    </message>
    <message id="share.size" numerus="yes">
        <source>The page has %n steps and {megabytes} MB.</source>
        <label>share</label>
        <translation>
            <numerusform>The page has %n step and {megabytes} MB.</numerusform>
            <numerusform>The page has %n steps and {megabytes} MB.</numerusform>
        </translation>
    </message>
    <message id="share.questions" numerus="yes">
        <source>It asks %n questions of the lesson.</source>
        <label>share</label>
        <translation>
            <numerusform>It asks %n question of the lesson.</numerusform>
            <numerusform>It asks %n questions of the lesson.</numerusform>
        </translation>
    </message>
    <message id="command.copy_markdown">
        <source>Copy step as Markdown</source>
        <label>command</label>
        <translation>Copy step as Markdown</translation>
    </message>
    <message id="diff-only">
        <source>Only in {side}: `{path}`, which is {what}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {side}: A or B; {what}: a value</extracomment>
        <label>comparison in words</label>
        <translation>Only in {side}: `{path}`, which is {what}.</translation>
    </message>
    <message id="diff-only-raised">
        <source>Only in {side}: an exception, {what}.</source>
        <extracomment>{side}: A or B; {what}: an exception as Python writes it</extracomment>
        <label>comparison in words</label>
        <translation>Only in {side}: an exception, {what}.</translation>
    </message>
    <message id="diff-value">
        <source>`{path}`: {left} in A, {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: values on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}`: {left} in A, {right} in B.</translation>
    </message>
    <message id="diff-object-named">
        <source>`{path}` is the same object as `{left}` in A, as `{right}` in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: the ways to other objects on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` is the same object as `{left}` in A, as `{right}` in B.</translation>
    </message>
    <message id="diff-count">
        <source>References to `{path}`: {left} in A, {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: reference counts on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>References to `{path}`: {left} in A, {right} in B.</translation>
    </message>
    <message id="diff-shared-equal">
        <source>`{path}` and `{other}` are the same {type} in {side}, two equal ones in {rest}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {other}: the way to the same object; {type}: its type; {side}, {rest}: A or B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` and `{other}` are the same {type} in {side}, two equal ones in {rest}.</translation>
    </message>
    <message id="diff-shared">
        <source>`{path}` and `{other}` are the same {type} in {side}, two different ones in {rest}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {other}: the way to the same object; {type}: its type; {side}, {rest}: A or B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` and `{other}` are the same {type} in {side}, two different ones in {rest}.</translation>
    </message>
    <message id="diff-object">
        <source>`{path}` refers to another {type}: {left} in A, {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {type}: the type of the objects; {left}, {right}: values on the two sides, which are called A and B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` refers to another {type}: {left} in A, {right} in B.</translation>
    </message>
    <message id="diff-object-equal">
        <source>`{path}` refers to another {type} with an equal value: {left}.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {type}: the type of the objects; {left}: their value</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` refers to another {type} with an equal value: {left}.</translation>
    </message>
    <message id="command.compare">
        <source>Compare…</source>
        <label>command</label>
        <translation>Compare…</translation>
    </message>
    <message id="command.keep_step">
        <source>Compare with this step later</source>
        <label>command</label>
        <translation>Compare with this step later</translation>
    </message>
    <message id="compare.name">
        <source>Comparison</source>
        <extracomment>the page of a comparison, for a screen reader</extracomment>
        <label>compare</label>
        <translation>Comparison</translation>
    </message>
    <message id="compare.leave">
        <source>Close  Esc</source>
        <extracomment>on a button that closes the comparison</extracomment>
        <label>compare</label>
        <translation>Close  Esc</translation>
    </message>
    <message id="compare.link">
        <source>Together</source>
        <extracomment>on a button that is down while both sides step together</extracomment>
        <label>compare</label>
        <translation>Together</translation>
    </message>
    <message id="compare.link.hint">
        <source>Step both sides together, or each by itself</source>
        <label>compare</label>
        <translation>Step both sides together, or each by itself</translation>
    </message>
    <message id="compare.pace">
        <source>What both sides step by</source>
        <extracomment>for a screen reader: what both sides step by</extracomment>
        <label>compare</label>
        <translation>What both sides step by</translation>
    </message>
    <message id="compare.by_step">
        <source>by step</source>
        <label>compare</label>
        <translation>by step</translation>
    </message>
    <message id="compare.by_line">
        <source>by line</source>
        <label>compare</label>
        <translation>by line</translation>
    </message>
    <message id="compare.by_output">
        <source>to the next output</source>
        <label>compare</label>
        <translation>to the next output</translation>
    </message>
    <message id="compare.by_call">
        <source>to the next call</source>
        <label>compare</label>
        <translation>to the next call</translation>
    </message>
    <message id="compare.by_return">
        <source>to the next return</source>
        <label>compare</label>
        <translation>to the next return</translation>
    </message>
    <message id="compare.choose">
        <source>Choose the recording of this side</source>
        <label>compare</label>
        <translation>Choose the recording of this side</translation>
    </message>
    <message id="compare.side">
        <source>Side {side}: {name}</source>
        <extracomment>{side}: A or B; {name}: a program</extracomment>
        <label>compare</label>
        <translation>Side {side}: {name}</translation>
    </message>
    <message id="compare.step">
        <source>Step of side {side}</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>Step of side {side}</translation>
    </message>
    <message id="compare.canvas">
        <source>Diagram of side {side}</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>Diagram of side {side}</translation>
    </message>
    <message id="compare.list">
        <source>Differences</source>
        <extracomment>for a screen reader: the list of differences</extracomment>
        <label>compare</label>
        <translation>Differences</translation>
    </message>
    <message id="compare.recording">
        <source>Recording…</source>
        <extracomment>beside a program that runs</extracomment>
        <label>compare</label>
        <translation>Recording…</translation>
    </message>
    <message id="compare.ended">
        <source>{side} goes no further</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>{side} goes no further</translation>
    </message>
    <message id="compare.no_line">
        <source>{side} has no such line</source>
        <extracomment>{side}: A or B</extracomment>
        <label>compare</label>
        <translation>{side} has no such line</translation>
    </message>
    <message id="compare.nothing">
        <source>Nothing differs</source>
        <label>compare</label>
        <translation>Nothing differs</translation>
    </message>
    <message id="compare.not_whole">
        <source>Too many objects: only a part is compared</source>
        <label>compare</label>
        <translation>Too many objects: only a part is compared</translation>
    </message>
    <message id="compare.differences" numerus="yes">
        <source>%n differences</source>
        <label>compare</label>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message id="compare.this">
        <source>This recording: {name}, step {step}</source>
        <extracomment>{name}: a program; {step}: a number</extracomment>
        <label>compare</label>
        <translation>This recording: {name}, step {step}</translation>
    </message>
    <message id="compare.kept">
        <source>Kept step: {name}, step {step}</source>
        <extracomment>{name}: a program; {step}: a number</extracomment>
        <label>compare</label>
        <translation>Kept step: {name}, step {step}</translation>
    </message>
    <message id="compare.open">
        <source>Another recording or program…</source>
        <label>compare</label>
        <translation>Another recording or program…</translation>
    </message>
    <message id="help.compare_step">
        <source>Comparison: step both sides, to the first and last step</source>
        <label>help</label>
        <translation>Comparison: step both sides, to the first and last step</translation>
    </message>
    <message id="help.turn_pages">
        <source>Preferences, start page: next or previous page</source>
        <label>help</label>
        <translation>Preferences, start page: next or previous page</translation>
    </message>
    <message id="help.compare_link">
        <source>Comparison: step together or each by itself</source>
        <label>help</label>
        <translation>Comparison: step together or each by itself</translation>
    </message>
    <message id="notification.copied">
        <source>Copied to the clipboard.</source>
        <label>notification</label>
        <translation>Copied to the clipboard.</translation>
    </message>
    <message id="notification.step_kept">
        <source>This step is kept. Go to another one, or record again; then choose Compare {keys}.</source>
        <extracomment>{keys}: keys of the command Compare, in brackets</extracomment>
        <label>notification</label>
        <translation>This step is kept. Go to another one, or record again; then choose Compare {keys}.</translation>
    </message>
    <message id="diff-call">
        <source>`{path}` is running only in {side}.</source>
        <extracomment>{path}: a call, a class or a module; {side}: A or B</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` is running only in {side}.</translation>
    </message>
    <message id="compare.title">
        <source>{side}: {name}, step {step} of {steps}, line {line}</source>
        <extracomment>above each side of a picture; {side}: A or B; {name}: a program; {step}, {steps}, {line}: numbers</extracomment>
        <label>compare</label>
        <translation>{side}: {name}, step {step} of {steps}, line {line}</translation>
    </message>
    <message id="diff-line">
        <source>`{path}` is paused at line {left} in A, at line {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: numbers of lines on the two sides</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` is paused at line {left} in A, at line {right} in B.</translation>
    </message>
    <message id="diff-state">
        <source>`{path}` is in another state: `{left}` in A, `{right}` in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: states of a generator in Python&apos;s words</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` is in another state: `{left}` in A, `{right}` in B.</translation>
    </message>
    <message id="diff-position">
        <source>`{path}` gives index {left} next in A, index {right} in B.</source>
        <extracomment>{path}: the way to an object, as in board[0].next; {left}, {right}: indexes</extracomment>
        <label>comparison in words</label>
        <translation>`{path}` gives index {left} next in A, index {right} in B.</translation>
    </message>
</context>
</TS>
