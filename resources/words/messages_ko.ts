<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>messages</name>
    <message>
        <source>{line}: no variable; write NAME=value</source>
        <translation>{line}: 변수가 아닙니다. 이름=값으로 쓰세요</translation>
    </message>
    <message>
        <source>the arguments have a quote that is not closed; close it</source>
        <translation>인자에 닫히지 않은 따옴표가 있습니다. 닫으세요</translation>
    </message>
    <message>
        <source>{name}: no name of an environment variable; mend it</source>
        <translation>{name}: 환경 변수 이름이 아닙니다. 고치세요</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}; choose another as input</source>
        <translation>{file}: 읽을 수 없습니다: {reason}. 입력으로 쓸 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: no such file; choose another as input</source>
        <translation>{file}: 그런 파일이 없습니다. 입력으로 쓸 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: is no file to read; choose another as input</source>
        <translation>{file}: 읽을 수 있는 파일이 아닙니다. 입력으로 쓸 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>, exit code {code}</source>
        <extracomment>{code}: a number</extracomment>
        <translation>, 종료 코드 {code}</translation>
    </message>
    <message>
        <source>--format html is not there yet; it comes with a later version</source>
        <translation>--format html은 아직 없습니다. 다음 판에 나옵니다</translation>
    </message>
    <message>
        <source>--ledger is for --format jsonl</source>
        <translation>--ledger는 --format jsonl에만 씁니다</translation>
    </message>
    <message>
        <source>--step is for jsonl and pictures; --format opt has all steps</source>
        <translation>--step은 jsonl과 그림에만 씁니다. --format opt에는 모든 단계가 들어갑니다</translation>
    </message>
    <message>
        <source>See what Python does with memory, step by step.</source>
        <translation>파이썬이 메모리를 어떻게 쓰는지 한 단계씩 봅니다.</translation>
    </message>
    <message>
        <source>a .memtrace file</source>
        <translation>.memtrace 파일</translation>
    </message>
    <message>
        <source>a picture is nothing for a terminal; name a file with -o</source>
        <translation>그림은 터미널에 쓸 수 없습니다. -o로 파일을 지정하세요</translation>
    </message>
    <message>
        <source>a program (.py) or a recording (.memtrace) to open in the window</source>
        <translation>창에서 열 프로그램(.py) 또는 기록(.memtrace)</translation>
    </message>
    <message>
        <source>a recording cannot go to standard output; name a file with -o</source>
        <translation>기록은 표준 출력으로 보낼 수 없습니다. -o로 파일을 지정하세요</translation>
    </message>
    <message>
        <source>an empty name</source>
        <translation>이름이 비어 있습니다</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>인자</translation>
    </message>
    <message>
        <source>as one JSON object</source>
        <translation>JSON 객체 하나로</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>책갈피</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>end the program after so long (never)</source>
        <translation>이 시간이 지나면 프로그램을 끝냄 (제한 없음)</translation>
    </message>
    <message>
        <source>end the program after so many steps (10,000,000)</source>
        <translation>이만큼 단계를 거치면 프로그램을 끝냄 (10,000,000)</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단되었습니다</translation>
    </message>
    <message>
        <source>jsonl: all that refers to an object</source>
        <translation>jsonl: 객체를 가리키는 것 모두</translation>
    </message>
    <message>
        <source>list the built-in lessons</source>
        <translation>들어 있는 수업의 목록</translation>
    </message>
    <message>
        <source>measure ways of doing the same job</source>
        <translation>같은 일을 하는 여러 방법을 측정</translation>
    </message>
    <message>
        <source>most on the heap</source>
        <translation>힙 최대 사용량</translation>
    </message>
    <message>
        <source>no interpreter is known to run the program with; choose one of {known} with {option}</source>
        <extracomment>{known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>프로그램을 실행할 인터프리터를 알 수 없습니다. {option}[으로/로] {known} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>only this step; a picture shows the last</source>
        <translation>이 단계만. 그림은 마지막 단계를 보여 줌</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>pictures cannot be made: {reason}; install PySide6-Essentials and what it needs</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>그림을 만들 수 없습니다: {reason}. PySide6-Essentials와 그에 필요한 것을 설치하세요</translation>
    </message>
    <message>
        <source>pictures: how large; 1 is the usual size in the window (png: 2, others: 1)</source>
        <translation>그림: 크기. 1이면 창에서 보통 크기 (png: 2, 나머지: 1)</translation>
    </message>
    <message>
        <source>--scale is for pictures</source>
        <translation>--scale은 그림에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{text} is no scale from {least} to {most}</source>
        <extracomment>{text}: what was typed; {least}, {most}: numbers</extracomment>
        <translation>{text}[은/는] {least}에서 {most} 사이의 배율이 아닙니다</translation>
    </message>
    <message>
        <source>a picture of {width} by {height} pixels is too large; take a lower scale</source>
        <extracomment>{width}, {height}: numbers</extracomment>
        <translation>{width} × {height} 픽셀 그림은 너무 큽니다. 더 작은 배율을 쓰세요</translation>
    </message>
    <message>
        <source>pictures: the colours (light)</source>
        <translation>그림: 색 (light)</translation>
    </message>
    <message>
        <source>pictures: the language of what is written in them</source>
        <translation>그림: 그 안에 쓰이는 말</translation>
    </message>
    <message>
        <source>program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>python</source>
        <translation>파이썬</translation>
    </message>
    <message>
        <source>read and verify a whole recording</source>
        <translation>기록 전체를 읽고 확인</translation>
    </message>
    <message>
        <source>recorder</source>
        <translation>기록기</translation>
    </message>
    <message>
        <source>run a program and record it, without a window</source>
        <translation>창 없이 프로그램을 실행하고 기록</translation>
    </message>
    <message>
        <source>say only what went wrong</source>
        <translation>잘못된 것만 알림</translation>
    </message>
    <message>
        <source>show the version and leave</source>
        <translation>판 번호를 보이고 끝냄</translation>
    </message>
    <message>
        <source>show this help and leave</source>
        <translation>이 도움말을 보이고 끝냄</translation>
    </message>
    <message>
        <source>standard output is closed</source>
        <translation>표준 출력이 닫혀 있습니다</translation>
    </message>
    <message>
        <source>standard output: {reason}</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>표준 출력: {reason}</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>still growing</source>
        <translation>아직 기록 중</translation>
    </message>
    <message>
        <source>tell what a recording holds and how it ended</source>
        <translation>기록에 무엇이 있고 어떻게 끝났는지 알림</translation>
    </message>
    <message>
        <source>the experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>the file to write; standard output if not given or -</source>
        <translation>쓸 파일. 없거나 -이면 표준 출력</translation>
    </message>
    <message>
        <source>the format to write</source>
        <translation>쓸 형식</translation>
    </message>
    <message>
        <source>the interpreter that runs the program (the one that runs visualizer)</source>
        <translation>프로그램을 실행할 인터프리터 (visualizer를 실행하는 것)</translation>
    </message>
    <message>
        <source>what records: python, or core, its part in C, where there is one (auto)</source>
        <translation>기록하는 것: python, 또는 C로 쓴 부분이 있으면 core (auto)</translation>
    </message>
    <message>
        <source>the language of the titles</source>
        <translation>제목의 언어</translation>
    </message>
    <message>
        <source>the program to run</source>
        <translation>실행할 프로그램</translation>
    </message>
    <message>
        <source>the recording; PROGRAM.memtrace in the working folder if not given</source>
        <translation>기록 파일. 없으면 현재 폴더의 PROGRAM.memtrace</translation>
    </message>
    <message>
        <source>the window cannot be loaded: {reason}; install PySide6-Essentials and what it needs</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>창을 불러올 수 없습니다: {reason}. PySide6-Essentials와 그에 필요한 것을 설치하세요</translation>
    </message>
    <message>
        <source>this system does not say how much memory a program has: no memory limit</source>
        <translation>이 시스템은 프로그램이 쓰는 메모리를 알려 주지 않아 메모리 제한을 둘 수 없습니다</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>사용법: </translation>
    </message>
    <message>
        <source>verbs</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>visualizer VERB --help tells more.</source>
        <translation>visualizer 명령 --help로 더 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>visualizer [FILE]
       visualizer VERB [ARGUMENT …]</source>
        <translation>visualizer [파일]
       visualizer 명령 [인자 …]</translation>
    </message>
    <message>
        <source>visualizer record PROGRAM [OPTION …] [-- ARG …]</source>
        <translation>visualizer record 프로그램 [옵션 …] [-- 인자 …]</translation>
    </message>
    <message>
        <source>what the program reads as its input</source>
        <translation>프로그램이 입력으로 읽을 파일</translation>
    </message>
    <message>
        <source>write a recording in another format, or a step as a picture</source>
        <translation>기록을 다른 형식으로, 또는 한 단계를 그림으로 씀</translation>
    </message>
    <message>
        <source>{fault}; see {name} --help</source>
        <extracomment>{fault}: what is wrong, in English; {name}: a name, as the program or the file has it</extracomment>
        <translation>{fault}. {name} --help를 보세요</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <extracomment>{file}: a file; {line}: a line number; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}, {line}번째 줄: {reason}</translation>
    </message>
    <message>
        <source>{file}: Python cannot compile it: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 파이썬이 컴파일할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: a recording of format version {version}; this visualizer reads up to {known}, install a newer one</source>
        <extracomment>{file}: a file; {version}: a version; {known}: a version</extracomment>
        <translation>{file}: 형식 {version}판의 기록입니다. 이 visualizer는 {known}판까지 읽습니다. 더 새로운 것을 설치하세요</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: cannot be run as an interpreter: {reason}; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 인터프리터로 실행할 수 없습니다: {reason}. {option}[으로/로] {known} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>{file}: cannot be written: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: damaged: {fault}</source>
        <extracomment>{file}: a file; {fault}: what is wrong, in English</extracomment>
        <translation>{file}: 손상되었습니다: {fault}</translation>
    </message>
    <message>
        <source>{file}: has not been started</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 시작되지 않았습니다</translation>
    </message>
    <message>
        <source>{file}: is a directory, not a recording; choose a .memtrace file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 기록이 아니라 디렉터리입니다. .memtrace 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: is a directory; choose a Python program</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디렉터리입니다. 파이썬 프로그램을 고르세요</translation>
    </message>
    <message>
        <source>{file}: is a directory; give a program or a recording</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디렉터리입니다. 프로그램이나 기록을 주세요</translation>
    </message>
    <message>
        <source>{file}: is a directory; name a file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디렉터리입니다. 파일을 지정하세요</translation>
    </message>
    <message>
        <source>{file}: is being recorded just now; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 지금 기록되고 있습니다. 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: is empty, not a recording; choose a .memtrace file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 비어 있어 기록이 아닙니다. .memtrace 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: is no regular file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{file}: is no regular file; choose a Python program</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 일반 파일이 아닙니다. 파이썬 프로그램을 고르세요</translation>
    </message>
    <message>
        <source>{file}: is the program itself or its input; name another</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 프로그램 자신이거나 그 입력입니다. 다른 파일을 지정하세요</translation>
    </message>
    <message>
        <source>{file}: is the recording itself; name another file with -o</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 기록 자신입니다. -o로 다른 파일을 지정하세요</translation>
    </message>
    <message>
        <source>{file}: is {name} {version}, which the recorder does not know; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {name}: a name, as the program or the file has it; {version}: a version; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: {name} {version}[은/는] 기록기가 모르는 인터프리터입니다. {option}[으로/로] {known} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>{file}: its directory does not exist; create it</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디렉터리가 없습니다. 먼저 만드세요</translation>
    </message>
    <message>
        <source>{file}: no memory to record it with: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 기록할 메모리가 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: no permission to read it; change its permissions</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 읽을 권한이 없습니다. 권한을 바꾸세요</translation>
    </message>
    <message>
        <source>{file}: no permission to replace it; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 바꿀 권한이 없습니다. 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: no permission to write there; choose another place</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그곳에 쓸 권한이 없습니다. 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>{file}: no such directory; choose another</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그런 디렉터리가 없습니다. 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>{file}: no such file and no such verb; see --help</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그런 파일도, 그런 명령도 없습니다. --help를 보세요</translation>
    </message>
    <message>
        <source>{file}: no such file; check the path</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그런 파일이 없습니다. 경로를 확인하세요</translation>
    </message>
    <message>
        <source>{file}: no such interpreter; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 그런 인터프리터가 없습니다. {option}[으로/로] {known} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>{file}: not a Python interpreter; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 파이썬 인터프리터가 아닙니다. {option}[으로/로] {known} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>{file}: not a Python program ({reason}); choose another file</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 파이썬 프로그램이 아닙니다({reason}). 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: not a recording; choose a .memtrace file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 기록이 아닙니다. .memtrace 파일을 고르세요</translation>
    </message>
    <message>
        <source>{file}: not a text file; choose a Python program</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 텍스트 파일이 아닙니다. 파이썬 프로그램을 고르세요</translation>
    </message>
    <message>
        <source>{file}: starts programs without the recorder (it ignores PYTHONPATH: -I, -E, -S, a ._pth file); choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 기록기 없이 프로그램을 시작합니다(PYTHONPATH를 무시함: -I, -E, -S, ._pth 파일). {option}[으로/로] {known} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>{file}: step {step}: {fault}</source>
        <extracomment>{file}: a file; {step}: a step&apos;s number; {fault}: what is wrong, in English</extracomment>
        <translation>{file}: {step}번째 단계: {fault}</translation>
    </message>
    <message>
        <source>{file}: the disk is full; make room or choose another place</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디스크가 가득 찼습니다. 자리를 만들거나 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>{file}: the program cannot be started: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 프로그램을 시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: there is no step to show</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 보여 줄 단계가 없습니다</translation>
    </message>
    <message>
        <source>{file}: there is no step {step}, the last is {last}</source>
        <extracomment>{file}: a file; {step}: a step&apos;s number; {last}: the last number</extracomment>
        <translation>{file}: {step}번째 단계는 없습니다. 마지막은 {last}번째입니다</translation>
    </message>
    <message>
        <source>{file}: what came after an error was not kept</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 오류 뒤에 온 것은 남기지 못했습니다</translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n steps, no fault</source>
        <extracomment>{file}: a file</extracomment>
        <translation>
            <numerusform>{file}: %n단계, 이상 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n바이트</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} is no number from 1 on</source>
        <extracomment>{text}: what was given</extracomment>
        <translation>{text}: 1 이상의 수가 아닙니다</translation>
    </message>
    <message>
        <source>{text} is no time in seconds</source>
        <extracomment>{text}: what was given</extracomment>
        <translation>{text}: 초로 나타낸 시간이 아닙니다</translation>
    </message>
    <message>
        <source>{verb} is not there yet; it comes with a later version</source>
        <extracomment>{verb}: a verb of the command line</extracomment>
        <translation>{verb}: 아직 없습니다. 다음 판에 나옵니다</translation>
    </message>
    <message>
        <source>the following arguments are required: {names}</source>
        <extracomment>{names}: names</extracomment>
        <translation>다음 인자가 필요합니다: {names}</translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <extracomment>{names}: names</extracomment>
        <translation>모르는 인자입니다: {names}</translation>
    </message>
    <message>
        <source>argument {name}: invalid choice: {choice} (choose from {choices})</source>
        <extracomment>{name}: a name, as the program or the file has it; {choice}: what was given; {choices}: what may be given</extracomment>
        <translation>인자 {name}: {choice}[은/는] 고를 수 없습니다 ({choices} 가운데 고르세요)</translation>
    </message>
    <message>
        <source>argument {name}: expected one argument</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <translation>인자 {name}: 값이 하나 필요합니다</translation>
    </message>
    <message>
        <source>argument {name}: ignored explicit argument {value}</source>
        <extracomment>{name}: a name, as the program or the file has it; {value}: a value as Python writes it</extracomment>
        <translation>인자 {name}: 값 {value}[을/를] 받지 않습니다</translation>
    </message>
    <message>
        <source>argument {name}: {fault}</source>
        <extracomment>{name}: a name, as the program or the file has it; {fault}: what is wrong, in English</extracomment>
        <translation>인자 {name}: {fault}</translation>
    </message>
    <message>
        <source>there is no {name} on this machine</source>
        <translation>이 컴퓨터에 {name}[이/가] 없습니다</translation>
    </message>
    <message>
        <source>{name} is not installed</source>
        <translation>{name}[이/가] 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>it needs about {needed} GB of memory; not run</source>
        <translation>메모리가 약 {needed} GB 필요하여 실행하지 않았습니다</translation>
    </message>
    <message>
        <source>there is no room for its file; not run</source>
        <translation>파일을 둘 자리가 없어 실행하지 않았습니다</translation>
    </message>
    <message>
        <source>it did not answer within {seconds} s</source>
        <translation>{seconds}초 안에 대답하지 않았습니다</translation>
    </message>
    <message>
        <source>it answered what cannot be read</source>
        <translation>읽을 수 없는 것을 대답했습니다</translation>
    </message>
    <message>
        <source>cannot be started: {reason}</source>
        <translation>시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>killed by signal {number}: {reason}</source>
        <translation>{number}번 신호로 끝났습니다: {reason}</translation>
    </message>
    <message>
        <source>killed by signal {number}</source>
        <translation>{number}번 신호로 끝났습니다</translation>
    </message>
    <message>
        <source>ended with exit code {number}: {reason}</source>
        <translation>종료 코드 {number}[으로/로] 끝났습니다: {reason}</translation>
    </message>
    <message>
        <source>ended with exit code {number}</source>
        <translation>종료 코드 {number}[으로/로] 끝났습니다</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>연결이 거부되었습니다</translation>
    </message>
    <message>
        <source>{folder} has {free} MB left, the tables need {needed}; take fewer rows or files, or set TMPDIR to another folder</source>
        <translation>{folder}에 남은 공간은 {free} MB인데 표에 {needed} MB가 필요합니다. 행이나 파일 수를 줄이거나 TMPDIR을 다른 폴더로 지정하세요</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>디스크 할당량을 넘었습니다</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>파일이 너무 큽니다</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>디렉터리입니다</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>장치에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>디렉터리가 아닙니다</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템입니다</translation>
    </message>
    <message>
        <source>a mapping that nobody closed, left to the garbage collector</source>
        <translation>아무도 닫지 않아 가비지 컬렉터에 맡겨진 매핑</translation>
    </message>
    <message>
        <source>a segment of {size} MB does not fit into {folder}, which has {free} MB left; take fewer rows or files, or give the container more (--shm-size)</source>
        <translation>{size} MB 세그먼트가 {folder}에 들어가지 않습니다. 남은 공간은 {free} MB입니다. 행이나 파일 수를 줄이거나 컨테이너에 더 많이 주세요(--shm-size)</translation>
    </message>
    <message>
        <source>a segment that stayed behind</source>
        <translation>뒤에 남은 세그먼트</translation>
    </message>
    <message>
        <source>a warning of the resource tracker</source>
        <translation>리소스 트래커의 경고</translation>
    </message>
    <message>
        <source>a worker has given up without a word; run it again</source>
        <translation>작업자가 아무 말 없이 그만두었습니다. 다시 실행하세요</translation>
    </message>
    <message>
        <source>a worker of the scheduler was killed; if nobody did that, memory ran out: take fewer rows or more workers</source>
        <translation>스케줄러의 작업자가 강제로 끝났습니다. 누가 그런 것이 아니라면 메모리가 모자란 것입니다. 행을 줄이거나 작업자를 늘리세요</translation>
    </message>
    <message>
        <source>an exception that nobody caught</source>
        <translation>아무도 잡지 않은 예외</translation>
    </message>
    <message>
        <source>it waited for ever, and was ended</source>
        <translation>끝없이 기다려서 강제로 끝냈습니다</translation>
    </message>
    <message>
        <source>its table is another than that of the methods before; please report that</source>
        <translation>앞의 방법들과 다른 표가 나왔습니다. 이 문제를 알려 주세요</translation>
    </message>
    <message>
        <source>killed by signal {number}; if nobody did that, memory ran out: take fewer rows</source>
        <translation>{number}번 신호로 끝났습니다. 누가 그런 것이 아니라면 메모리가 모자란 것입니다. 행을 줄이세요</translation>
    </message>
    <message>
        <source>no HDF5 file, which it is all about</source>
        <translation>정작 만들려던 HDF5 파일이 없음</translation>
    </message>
    <message>
        <source>the line has {count} columns, not {expected}</source>
        <translation>이 줄은 {expected}열이 아니라 {count}열입니다</translation>
    </message>
    <message>
        <source>the scheduler at {address} has no workers; start some with: dask worker {address}</source>
        <translation>{address}의 스케줄러에 작업자가 없습니다. 다음으로 시작하세요: dask worker {address}</translation>
    </message>
    <message>
        <source>the scheduler is gone: {reason}; start it and its workers again</source>
        <translation>스케줄러가 사라졌습니다: {reason}. 스케줄러와 작업자를 다시 시작하세요</translation>
    </message>
    <message>
        <source>the wrong child took &quot;done&quot;: a segment was gone before the parent had it</source>
        <translation>엉뚱한 자식이 &quot;done&quot;을 가져가서 부모가 받기 전에 세그먼트가 사라짐</translation>
    </message>
    <message>
        <source>there is no scheduler at {address} ({reason}); start one with: dask scheduler</source>
        <translation>{address}에 스케줄러가 없습니다({reason}). 다음으로 시작하세요: dask scheduler</translation>
    </message>
    <message>
        <source>there is no segment {name}: whoever made it has removed it; run it again</source>
        <translation>세그먼트 {name}[이/가] 없습니다. 만든 쪽이 이미 없앴습니다. 다시 실행하세요</translation>
    </message>
    <message>
        <source>{module} is not installed; visualizer[labs] brings it</source>
        <translation>{module}[이/가] 설치되어 있지 않습니다. visualizer[labs]로 설치됩니다</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, too few for row {row}: the file has grown while it was read; run it again</source>
        <translation>{name}[은/는] {size}바이트라서 {row}행까지 담을 수 없습니다. 읽는 동안 파일이 커졌습니다. 다시 실행하세요</translation>
    </message>
    <message>
        <source>{path}, line {line}, column {column}: {what}</source>
        <translation>{path}, {line}줄 {column}열: {what}</translation>
    </message>
    <message>
        <source>{path}: cannot be read: {reason}; check what it is, and who may read it</source>
        <translation>{path}: 읽을 수 없습니다: {reason}. 무엇인지, 누가 읽을 수 있는지 확인하세요</translation>
    </message>
    <message>
        <source>{path}: cannot be written: {reason}; make room there or take fewer rows, or set TMPDIR to another folder</source>
        <translation>{path}: 쓸 수 없습니다: {reason}. 자리를 비우거나 행을 줄이거나 TMPDIR을 다른 폴더로 지정하세요</translation>
    </message>
    <message>
        <source>{path}: cannot be written: {reason}; make room there, or choose another place</source>
        <translation>{path}: 쓸 수 없습니다: {reason}. 자리를 비우거나 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>{path}: is no file that could be replaced; name another</source>
        <translation>{path}: 바꿔 쓸 수 있는 파일이 아닙니다. 다른 이름을 지정하세요</translation>
    </message>
    <message>
        <source>{path}: no such file; check the name</source>
        <translation>{path}: 그런 파일이 없습니다. 이름을 확인하세요</translation>
    </message>
    <message>
        <source>{path}: {dataset} has dtype {dtype}</source>
        <translation>{path}: {dataset}의 dtype이 {dtype}입니다</translation>
    </message>
    <message>
        <source>{place} is announced with dtype {dtype}, not {expected}; both sides must use the same</source>
        <translation>{place}의 dtype이 {expected}[이/가] 아니라 {dtype}[으로/로] 전해졌습니다. 양쪽이 같은 것을 써야 합니다</translation>
    </message>
    <message>
        <source>{place} is announced with {rows} rows, which are {bytes} bytes; it has {there}</source>
        <translation>{place}[이/가] {rows}행, 곧 {bytes}바이트로 전해졌지만 실제로는 {there}바이트입니다</translation>
    </message>
    <message>
        <source>{place} is announced, but this run has not made it</source>
        <translation>{place}[이/가] 전해졌지만 이번 실행에서 만든 것이 아닙니다</translation>
    </message>
    <message>
        <source>{text} is longer than the {bytes} bytes of {name}</source>
        <translation>{text}[은/는] {name}의 {bytes}바이트보다 깁니다</translation>
    </message>
    <message>
        <source>{text} is not a number, as {name} must be</source>
        <translation>{text}[은/는] 수가 아닙니다. {name}[은/는] 수여야 합니다</translation>
    </message>
    <message>
        <source>{text} is not a whole number of 32 bits, as {name} must be</source>
        <translation>{text}[은/는] 32비트 정수가 아닙니다. {name}[은/는] 32비트 정수여야 합니다</translation>
    </message>
    <message>
        <source>{worker} ended with code {number}</source>
        <translation>{worker}[이/가] 종료 코드 {number}[으로/로] 끝났습니다</translation>
    </message>
    <message>
        <source>{worker} was killed by signal {number}</source>
        <translation>{worker}[이/가] {number}번 신호로 끝났습니다</translation>
    </message>
    <message>
        <source>{worker} was killed by signal {number}; if nobody did that, memory ran out: take fewer rows</source>
        <translation>{worker}[이/가] {number}번 신호로 끝났습니다. 누가 그런 것이 아니라면 메모리가 모자란 것입니다. 행을 줄이세요</translation>
    </message>
    <message>
        <source>--growth makes its own tables; it does not go with --source</source>
        <translation>--growth는 표를 직접 만듭니다. --source와 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>also: how it grows with the rows, and from where on a fast reader pays</source>
        <translation>추가로: 행이 늘 때 어떻게 커지는지, 빠른 판독기가 언제부터 이득인지</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>leaked</source>
        <translation>누수</translation>
    </message>
    <message>
        <source>load ms</source>
        <translation>적재 ms</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>× new page</source>
        <translation>× 새 페이지</translation>
    </message>
    <message>
        <source>× tables</source>
        <translation>× 표</translation>
    </message>
    <message>
        <source>dask: {start} s to start; {extra} ms more than {fastest}; from {workers} workers on it would take less (an estimate, over a network as fast as loopback)</source>
        <translation>dask: 시작에 {start}초, {fastest}보다 {extra} ms 더 걸림. 작업자 {workers}개부터 더 빨라질 것임(루프백만큼 빠른 네트워크를 가정한 추정)</translation>
    </message>
    <message>
        <source>dask: {start} s to start; {extra} ms more than {fastest}; no number of workers makes up for it, as bringing the tables to one process takes longer than all of that</source>
        <translation>dask: 시작에 {start}초, {fastest}보다 {extra} ms 더 걸림. 표를 한 프로세스로 가져오는 데만 그 전체보다 오래 걸려 작업자를 늘려도 따라잡지 못함</translation>
    </message>
    <message>
        <source>growth with the rows:</source>
        <translation>행이 늘 때:</translation>
    </message>
    <message>
        <source>one array from worker to parent, ms:</source>
        <translation>배열 하나를 작업자에서 부모로, ms:</translation>
    </message>
    <message>
        <source>reading one file in a fresh process, ms with what only that reader imports:</source>
        <translation>새 프로세스에서 파일 하나 읽기, 그 판독기만의 임포트를 포함한 ms:</translation>
    </message>
    <message>
        <source>shared memory is faster than a queue from {megabytes} MB on</source>
        <translation>공유 메모리는 {megabytes} MB부터 큐보다 빠름</translation>
    </message>
    <message>
        <source>the fast reader pays from {rows} rows on, its import included</source>
        <translation>빠른 판독기는 임포트를 포함해 {rows}행부터 이득</translation>
    </message>
    <message>
        <source>this machine, GB/s: memcpy {memcpy}, reading {read}, new pages {first_touch}, disk {disk}</source>
        <translation>이 컴퓨터, GB/s: memcpy {memcpy}, 읽기 {read}, 새 페이지 {first_touch}, 디스크 {disk}</translation>
    </message>
    <message>
        <source>the file: by {method} in {seconds} s, {megabytes} MB of memory at most (PSS)</source>
        <translation>파일: {method}[으로/로] {seconds}초, 메모리 최대 {megabytes} MB(PSS)</translation>
    </message>
    <message>
        <source>total: interval × repeats</source>
        <translation>합계: 구간 × 반복</translation>
    </message>
    <message>
        <source>dask: {start} s to start; then {extra} ms less than {fastest}</source>
        <translation>dask: 시작에 {start}초, 그다음 {fastest}보다 {extra} ms 덜 걸림</translation>
    </message>
    <message>
        <source>{file}: recorded up to step {steps} only: {reason}; the program went on unrecorded</source>
        <extracomment>{file}: a file; {steps}: a number; {reason}: why</extracomment>
        <translation>{file}: {steps}단계까지만 기록되었습니다: {reason}. 프로그램은 기록 없이 끝까지 실행되었습니다</translation>
    </message>
    <message>
        <source>run the program even if its interpreter cannot record it</source>
        <translation>인터프리터가 기록할 수 없어도 프로그램을 실행</translation>
    </message>
    <message>
        <source>{reason}, or run it unrecorded with --unrecorded</source>
        <extracomment>{reason}: another message</extracomment>
        <translation>{reason}. 또는 --unrecorded로 기록 없이 실행하세요</translation>
    </message>
    <message>
        <source>the recorder failed: {fault}</source>
        <extracomment>how a run ended; {fault}: what went wrong</extracomment>
        <translation>기록기에 문제가 생겼습니다: {fault}</translation>
    </message>
    <message>
        <source>the recorder failed, and could not say why</source>
        <extracomment>how a run ended</extracomment>
        <translation>기록기에 문제가 생겼으나 까닭을 알 수 없습니다</translation>
    </message>
    <message>
        <source>the recorder could not be started: {fault}</source>
        <extracomment>how a run ended; {fault}: what went wrong</extracomment>
        <translation>기록기를 시작할 수 없었습니다: {fault}</translation>
    </message>
    <message>
        <source>the program took the recorder&apos;s events away (sys.monitoring)</source>
        <extracomment>how a run ended</extracomment>
        <translation>프로그램이 기록기가 받던 이벤트를 없앴습니다(sys.monitoring)</translation>
    </message>
    <message>
        <source>what the recorder sent cannot be true: {fault}</source>
        <extracomment>how a run ended; {fault}: what is wrong with it</extracomment>
        <translation>기록기가 보낸 내용이 참일 수 없습니다: {fault}</translation>
    </message>
    <message>
        <source>the recorder was killed before the program ended</source>
        <translation>프로그램이 끝나기 전에 기록기가 강제로 끝났습니다</translation>
    </message>
    <message>
        <source>ran to its end</source>
        <translation>끝까지 실행됨</translation>
    </message>
    <message>
        <source>ended by an exception that nothing caught</source>
        <translation>아무도 잡지 않은 예외로 끝남</translation>
    </message>
    <message>
        <source>killed by {signal}</source>
        <extracomment>{signal}: a signal, as in SIGKILL (Killed)</extracomment>
        <translation>{signal} 신호로 끝남</translation>
    </message>
    <message>
        <source>exited with code {code}</source>
        <extracomment>{code}: a number</extracomment>
        <translation>코드 {code}[으로/로] 종료</translation>
    </message>
    <message>
        <source>stopped by the user; deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <translation>사용자가 멈춤; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C, which it did not heed; deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <translation>Ctrl+C를 따르지 않아 멈춤; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C; deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <translation>Ctrl+C로 멈춤; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>ended at the limit of {amount}; deadlock: {threads}</source>
        <extracomment>{amount}: an amount with its unit; {threads}: threads, with arrows between them</extracomment>
        <translation>한도 {amount}에서 끝남; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>교착 상태</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C</source>
        <translation>Ctrl+C로 멈춤</translation>
    </message>
    <message>
        <source>ended at the limit of {amount}</source>
        <extracomment>{amount}: an amount with its unit</extracomment>
        <translation>한도 {amount}에서 끝남</translation>
    </message>
    <message>
        <source>no terminal for the program: {reason}</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>프로그램에 줄 터미널이 없습니다: {reason}</translation>
    </message>
    <message>
        <source>a fault of visualizer itself: {fault}; VISUALIZER_TRACEBACK=1 shows where</source>
        <extracomment>{fault}: what is wrong, in English</extracomment>
        <translation>visualizer 자체의 잘못입니다: {fault}. VISUALIZER_TRACEBACK=1로 어디인지 볼 수 있습니다</translation>
    </message>
    <message>
        <source>{file}: over {most} MB; choose a Python program</source>
        <extracomment>{file}: a file; {most}: a number</extracomment>
        <translation>{file}: {most}MB를 넘습니다. 파이썬 프로그램을 고르세요</translation>
    </message>
    <message>
        <source>{file}: {reason}; correct its coding line</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: {reason}. 인코딩 줄을 고치세요</translation>
    </message>
    <message>
        <source>{file}: line {line} is not {encoding} text; name its encoding in the first line, as in # -*- coding: cp949 -*-</source>
        <extracomment>{file}: a file; {line}: a line number; {encoding}: a name, as in cp949</extracomment>
        <translation>{file}: {line}번 줄은 {encoding} 글이 아닙니다. 첫 줄에 # -*- coding: cp949 -*- 처럼 인코딩을 적으세요</translation>
    </message>
    <message>
        <source>{file}: not printed</source>
        <extracomment>{file}: a file or a printer</extracomment>
        <translation>{file}: 인쇄하지 못했습니다</translation>
    </message>
    <message>
        <source>{file}: not saved: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 저장하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: not saved: {reason}; correct its coding line</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 저장하지 못했습니다: {reason}. 인코딩 줄을 고치세요</translation>
    </message>
    <message>
        <source>{file}: not saved: line {line} has {character}, which {encoding} lacks; change the coding line to utf-8</source>
        <extracomment>{file}: a file; {line}: a line number; {character}: one character; {encoding}: a name, as in cp949</extracomment>
        <translation>{file}: 저장하지 못했습니다: {line}번 줄의 {character}[은/는] {encoding}에 없는 글자입니다. 인코딩 줄을 utf-8로 바꾸세요</translation>
    </message>
    <message>
        <source>{file}: has no place yet; save it under a name</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 아직 파일이 없습니다. 이름을 정해 저장하세요</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <extracomment>{count}: how many</extracomment>
        <translation>{count}단계</translation>
    </message>
    <message>
        <source>{count} second</source>
        <extracomment>{count}: how many</extracomment>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <extracomment>{count}: how many</extracomment>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{count} bytes of memory</source>
        <extracomment>{count}: how many</extracomment>
        <translation>메모리 {count}바이트</translation>
    </message>
    <message>
        <source>{count} bytes of recording</source>
        <extracomment>{count}: how many</extracomment>
        <translation>기록 {count}바이트</translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>끝남</translation>
    </message>
    <message>
        <source>uncaught</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>잡지 않은 예외</translation>
    </message>
    <message>
        <source>exited</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>스스로 끝남</translation>
    </message>
    <message>
        <source>killed</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>강제로 끝남</translation>
    </message>
    <message>
        <source>step-limit</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>단계 한도</translation>
    </message>
    <message>
        <source>time-limit</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>시간 한도</translation>
    </message>
    <message>
        <source>memory-limit</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>메모리 한도</translation>
    </message>
    <message>
        <source>size-limit</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>크기 한도</translation>
    </message>
    <message>
        <source>disk-full</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>디스크 가득 참</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>recorder-failed</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>기록기 실패</translation>
    </message>
    <message>
        <source>visualizer lab LAB [OPTION …]</source>
        <translation>visualizer lab 실험 [옵션 …]</translation>
    </message>
    <message>
        <source>visualizer lab LAB --help tells the options of each.</source>
        <translation>visualizer lab LAB --help가 실험마다 쓸 수 있는 옵션을 알려 줍니다.</translation>
    </message>
    <message>
        <source>what the jobs do (sleep)</source>
        <translation>작업이 하는 일 (sleep)</translation>
    </message>
    <message>
        <source>those that take part; all that work here if not given</source>
        <translation>참가할 방법. 주지 않으면 여기서 되는 모든 방법</translation>
    </message>
    <message>
        <source>seconds that a step takes; 1 is the full size (0.1)</source>
        <translation>한 단계에 걸리는 초. 1이 원래 크기 (0.1)</translation>
    </message>
    <message>
        <source>the HDF5 file to keep the results in</source>
        <translation>결과를 담을 HDF5 파일</translation>
    </message>
    <message>
        <source>how many numbers there are (1,000,000)</source>
        <translation>수의 개수 (1,000,000)</translation>
    </message>
    <message>
        <source>measure so often; until it is certain enough if not given</source>
        <translation>이만큼 되풀이해 잽니다. 주지 않으면 충분히 확실해질 때까지</translation>
    </message>
    <message>
        <source>two jobs at once, in each way that Python has</source>
        <translation>파이썬의 여러 방법으로 두 작업을 함께 하기</translation>
    </message>
    <message>
        <source>all items at once against each when it is asked for</source>
        <translation>모두 미리 만들기와 그때그때 만들기</translation>
    </message>
    <message>
        <source>published, with waits of 1 s: {seconds} s</source>
        <extracomment>{seconds}: a number</extracomment>
        <translation>발표된 값(1초씩 기다릴 때): {seconds}초</translation>
    </message>
    <message>
        <source>{option}: there is no {names}; there are {known}</source>
        <extracomment>{option}: an option, as in --contestants; {names}: names that were asked for; {known}: names that there are</extracomment>
        <translation>{option}: {names}[은/는] 없습니다. 있는 것: {known}</translation>
    </message>
    <message>
        <source>how many tables (2)</source>
        <translation>표의 개수 (2)</translation>
    </message>
    <message>
        <source>how many rows each has (20,000)</source>
        <translation>표마다 행의 수 (20,000)</translation>
    </message>
    <message>
        <source>how many workers (2)</source>
        <translation>일꾼의 수 (2)</translation>
    </message>
    <message>
        <source>a table of your own instead of made ones; may be given several times</source>
        <translation>만든 표 대신 쓸 자신의 표. 여러 번 줄 수 있습니다</translation>
    </message>
    <message>
        <source>what reads the text (loadtxt)</source>
        <translation>텍스트를 읽는 방법 (loadtxt)</translation>
    </message>
    <message>
        <source>a Dask scheduler that runs already, as tcp://host:8786</source>
        <translation>이미 돌고 있는 Dask 스케줄러. 예: tcp://host:8786</translation>
    </message>
    <message>
        <source>how the file is compressed (none)</source>
        <translation>파일을 압축하는 방법 (none)</translation>
    </message>
    <message>
        <source>rows of a chunk of the file (one piece)</source>
        <translation>파일의 청크 하나에 든 행의 수 (한 덩어리)</translation>
    </message>
    <message>
        <source>also: from which size on what is faster</source>
        <translation>어느 크기부터 무엇이 더 빠른지도 잽니다</translation>
    </message>
    <message>
        <source>the HDF5 file to write the tables to</source>
        <translation>표를 쓸 HDF5 파일</translation>
    </message>
    <message>
        <source>big arrays from process to process, into one HDF5 file</source>
        <translation>큰 배열을 프로세스 사이로 옮겨 HDF5 파일 하나에</translation>
    </message>
    <message>
        <source>--canvas is for --format layout</source>
        <translation>--canvas는 --format layout에만 씁니다</translation>
    </message>
    <message>
        <source>layout: the room it is made for, in pixels (745x595)</source>
        <translation>배치: 그림이 들어갈 크기, 픽셀(745x595)</translation>
    </message>
    <message>
        <source>pictures and layout: how much is shown (pictures: counts, layout: values)</source>
        <translation>그림과 배치: 얼마나 보일지(그림: counts, 배치: values)</translation>
    </message>
    <message>
        <source>{text} is no size in pixels, such as 745x595</source>
        <translation>{text}: 픽셀 크기가 아닙니다. 745x595처럼 쓰세요</translation>
    </message>
</context>
</TS>
