<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>messages</name>
    <message>
        <source>{line}: not a variable; write NAME=value</source>
        <translation>{line}: 변수 형식이 아닙니다. 이름=값으로 쓰세요.</translation>
    </message>
    <message>
        <source>the arguments contain an unclosed quote; close it</source>
        <translation>인자에 닫지 않은 따옴표가 있습니다. 따옴표를 닫으세요.</translation>
    </message>
    <message>
        <source>{name}: not a valid name for an environment variable; correct it</source>
        <translation>{name}: 환경 변수 이름으로 쓸 수 없습니다. 이름을 고치세요.</translation>
    </message>
    <message>
        <source>, exit code {code}</source>
        <extracomment>{code}: a number</extracomment>
        <translation>, 종료 코드 {code}</translation>
    </message>
    <message>
        <source>--format html begins with the theme light or dark</source>
        <translation>--format html은 테마 light나 dark로 시작합니다</translation>
    </message>
    <message>
        <source>{text} is not a range of steps, such as 1-200</source>
        <translation>{text}: 1-200과 같은 단계 범위여야 합니다</translation>
    </message>
    <message>
        <source>{file}: a page has at most {most} steps, and these are {steps}; choose some with --steps A-B</source>
        <translation>{file}: 페이지에는 최대 {most}단계가 들어가는데 여기에는 {steps}단계가 있습니다. --steps A-B로 일부를 고르세요.</translation>
    </message>
    <message>
        <source>pictures, html and layout: level of detail (default: counts for pictures, values for layout, and for html all levels if there are few steps)</source>
        <translation>그림, html, layout: 표시 수준 (기본값: 그림은 counts, layout은 values, html은 단계가 적으면 모든 수준)</translation>
    </message>
    <message>
        <source>pictures: theme (default: light); html: theme to begin with</source>
        <translation>그림: 테마 (기본값: light). html: 처음 테마</translation>
    </message>
    <message>
        <source>record free blocks of memory too (larger recording)</source>
        <translation>메모리의 빈 블록도 기록 (기록이 커짐)</translation>
    </message>
    <message>
        <source>pictures: the diagram or the address space (default: diagram)</source>
        <translation>그림: 프레임과 객체 또는 주소 공간 (기본값: diagram)</translation>
    </message>
    <message>
        <source>--view addresses works only with a picture of one step (svg, png, pdf)</source>
        <translation>--view addresses는 한 단계의 그림(svg, png, pdf)에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>pictures: language of the text; html: language to begin with</source>
        <translation>그림: 글의 언어. html: 처음 언어</translation>
    </message>
    <message>
        <source>--format {format} has a range of steps; use --steps A-B</source>
        <translation>--format {format}에는 단계 범위를 지정합니다. --steps A-B를 쓰세요.</translation>
    </message>
    <message>
        <source>--{option} works only with --format {formats}</source>
        <translation>--{option} 옵션은 --format {formats}에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>--step and --steps do not go together</source>
        <translation>--step과 --steps는 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>--per-page works only with --format pdf and --steps</source>
        <translation>--per-page는 --format pdf와 --steps를 함께 쓸 때만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>--scale does not work with --steps: a handout fills its pages</source>
        <translation>--scale은 --steps와 함께 쓸 수 없습니다. 유인물은 쪽을 가득 채웁니다.</translation>
    </message>
    <message>
        <source>html, memtrace, webp and gif: export these steps only; pdf: a handout of these steps</source>
        <translation>html, memtrace, webp, gif: 이 단계들만 내보내기. pdf: 이 단계들의 유인물</translation>
    </message>
    <message>
        <source>pdf with --steps: steps on each page (default: 1)</source>
        <translation>--steps를 쓴 pdf: 한 쪽에 넣을 단계 수 (기본값: 1)</translation>
    </message>
    <message>
        <source>html: ask the questions of a lesson, a key of visualizer lessons or a file</source>
        <translation>html: 수업의 질문도 넣기. visualizer lessons의 키 또는 파일</translation>
    </message>
    <message>
        <source>webp and gif: seconds for each step (default: 1)</source>
        <translation>webp, gif: 단계마다 보여 줄 초 (기본값: 1)</translation>
    </message>
    <message>
        <source>{file}: an animated picture has at most {most} steps, and these are {steps}; choose some with --steps A-B</source>
        <translation>{file}: 움직이는 그림에는 최대 {most}단계가 들어가는데 여기에는 {steps}단계가 있습니다. --steps A-B로 일부를 고르세요.</translation>
    </message>
    <message>
        <source>the values inside lines need the recorder in C, which is not used here{reason}; record without them</source>
        <extracomment>{reason}: another message in brackets, or nothing</extracomment>
        <translation>줄 안의 값은 C로 된 기록기가 있어야 기록되는데 여기서는 쓰이지 않습니다{reason}. 값 없이 기록하세요.</translation>
    </message>
    <message>
        <source>compiling the fast recorder for this Python, once</source>
        <translation>이 파이썬에 맞는 빠른 기록기를 처음 한 번 컴파일합니다</translation>
    </message>
    <message>
        <source>this recording is slow, without the recorder in C: {reason}</source>
        <extracomment>{reason}: why, as in &quot;there is no C compiler&quot;</extracomment>
        <translation>C로 된 기록기가 없어 느리게 기록합니다. 이유: {reason}</translation>
    </message>
    <message>
        <source>the recorder in C was chosen, but cannot be used here{reason}; choose auto or python</source>
        <extracomment>{reason}: another message in brackets, or nothing</extracomment>
        <translation>C로 된 기록기를 선택했지만 여기서는 쓸 수 없습니다{reason}. auto나 python을 선택하세요.</translation>
    </message>
    <message>
        <source>--step does not work with --format opt, which always has all steps</source>
        <translation>--step은 --format opt에 쓸 수 없습니다. opt에는 항상 모든 단계가 들어갑니다.</translation>
    </message>
    <message>
        <source>See what Python does with memory, step by step.</source>
        <translation>파이썬이 메모리를 어떻게 쓰는지 한 단계씩 보여 줍니다.</translation>
    </message>
    <message>
        <source>a .memtrace file</source>
        <translation>.memtrace 파일</translation>
    </message>
    <message>
        <source>the recording to write (default: TRACE.memtrace in the working folder)</source>
        <translation>저장할 기록 파일 (기본값: 작업 폴더의 TRACE.memtrace)</translation>
    </message>
    <message>
        <source>a Python Tutor trace, a .json file</source>
        <translation>Python Tutor 추적 (.json 파일)</translation>
    </message>
    <message>
        <source>a terminal cannot show a picture; name a file with -o</source>
        <translation>터미널에는 그림을 표시할 수 없습니다. -o로 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>a program (.py) or a recording (.memtrace) to open in the window</source>
        <translation>창에서 열 프로그램 (.py) 또는 기록 (.memtrace)</translation>
    </message>
    <message>
        <source>a recording cannot go to standard output; name a file with -o</source>
        <translation>기록은 표준 출력으로 보낼 수 없습니다. -o로 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation>이름이 비어 있습니다</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>인자</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>JSON 객체 하나로 출력</translation>
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
        <source>stop the program after this many seconds (default: no limit)</source>
        <translation>이 시간(초)이 지나면 프로그램을 멈춤 (기본값: 제한 없음)</translation>
    </message>
    <message>
        <source>stop the program after this many steps (default: 10,000,000)</source>
        <translation>이만큼 단계를 실행하면 프로그램을 멈춤 (기본값: 10,000,000)</translation>
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
        <source>jsonl: list every reference to each object</source>
        <translation>jsonl: 객체마다 그 객체를 가리키는 참조를 모두 나열</translation>
    </message>
    <message>
        <source>list the built-in lessons</source>
        <translation>내장된 수업을 나열</translation>
    </message>
    <message>
        <source>compare different ways of doing the same job</source>
        <translation>같은 일을 하는 여러 방식을 비교</translation>
    </message>
    <message>
        <source>peak heap size</source>
        <translation>힙 최대 사용량</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>no interpreter was found to run the program with; choose one of {known} with {option}</source>
        <extracomment>{known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>프로그램을 실행할 인터프리터를 찾을 수 없습니다. {option}[으로/로] {known} 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>export this step only (pictures: the last step by default)</source>
        <translation>이 단계만 내보내기 (그림의 기본값: 마지막 단계)</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>pictures cannot be drawn: {reason}; install PySide6-Essentials and the libraries it needs</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>그림을 그릴 수 없습니다: {reason}. PySide6-Essentials와 그에 필요한 라이브러리를 설치하세요.</translation>
    </message>
    <message>
        <source>pictures: scale, where 1 is normal size (default: 2 for png, 1 for others)</source>
        <translation>그림: 배율. 1이 보통 크기 (기본값: png는 2, 나머지는 1)</translation>
    </message>
    <message>
        <source>{text} is not a number from {least} to {most}</source>
        <extracomment>{text}: what was typed; {least}, {most}: numbers</extracomment>
        <translation>{text}[은/는] {least}에서 {most} 사이의 수가 아닙니다</translation>
    </message>
    <message>
        <source>a picture of {width} by {height} pixels is too large; use a smaller scale</source>
        <extracomment>{width}, {height}: numbers</extracomment>
        <translation>{width} × {height} 픽셀 그림은 너무 큽니다. 더 작은 배율을 쓰세요.</translation>
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
        <translation>기록 전체를 읽고 검사</translation>
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
        <source>print errors only</source>
        <translation>오류만 출력</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>버전을 출력하고 끝냄</translation>
    </message>
    <message>
        <source>add Visualizer to your desktop&apos;s menu and exit (Linux)</source>
        <translation>데스크톱 메뉴에 비주얼라이저를 추가하고 끝냄 (Linux)</translation>
    </message>
    <message>
        <source>--install-menu works on Linux only; elsewhere use the installer</source>
        <translation>--install-menu는 Linux에서만 쓸 수 있습니다. 다른 시스템에서는 설치 프로그램을 쓰세요.</translation>
    </message>
    <message>
        <source>Visualizer is in the menu: {file}</source>
        <extracomment>{file}: a file</extracomment>
        <translation>비주얼라이저를 메뉴에 추가했습니다: {file}</translation>
    </message>
    <message>
        <source>show this help and exit</source>
        <translation>이 도움말을 출력하고 끝냄</translation>
    </message>
    <message>
        <source>standard output is closed; redirect it to a file</source>
        <translation>표준 출력이 닫혀 있습니다. 출력을 파일로 보내세요.</translation>
    </message>
    <message>
        <source>standard output: {reason}; choose another place</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>표준 출력: {reason}. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>steps {first} to {last} of {whole}</source>
        <translation>전체 {whole}단계 중 {first}~{last}단계</translation>
    </message>
    <message>
        <source>part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>still being recorded</source>
        <translation>아직 기록 중</translation>
    </message>
    <message>
        <source>show what a recording contains and how it ended</source>
        <translation>기록에 무엇이 들어 있고 어떻게 끝났는지 출력</translation>
    </message>
    <message>
        <source>the lab to run</source>
        <translation>실행할 실험실</translation>
    </message>
    <message>
        <source>the file to write (default, or if -: standard output)</source>
        <translation>쓸 파일 (지정하지 않거나 -이면 표준 출력)</translation>
    </message>
    <message>
        <source>the output format (default: as the name of OUT ends)</source>
        <translation>내보낼 형식 (기본값: OUT 이름의 확장자)</translation>
    </message>
    <message>
        <source>the interpreter to run the program with (default: the one running visualizer)</source>
        <translation>프로그램을 실행할 인터프리터 (기본값: visualizer를 실행하는 인터프리터)</translation>
    </message>
    <message>
        <source>the recorder: python, or core, in C (default: auto, core where possible)</source>
        <translation>기록기: python 또는 C로 작성한 core (기본값: auto, 되면 core)</translation>
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
        <source>the recording to write (default: PROGRAM.memtrace in the working folder)</source>
        <translation>저장할 기록 파일 (기본값: 작업 폴더의 PROGRAM.memtrace)</translation>
    </message>
    <message>
        <source>the window cannot be loaded: {reason}; install PySide6-Essentials and the libraries it needs</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>창을 불러올 수 없습니다: {reason}. PySide6-Essentials와 그에 필요한 라이브러리를 설치하세요.</translation>
    </message>
    <message>
        <source>this system does not report how much memory a program uses; run it without a memory limit</source>
        <translation>이 시스템에서는 프로그램의 메모리 사용량을 알 수 없습니다. 메모리 제한 없이 실행하세요.</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>사용법: </translation>
    </message>
    <message>
        <source>commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Run visualizer COMMAND --help for details.</source>
        <translation>자세한 내용은 visualizer 명령 --help로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>visualizer [FILE]
       visualizer COMMAND [ARGUMENT …]</source>
        <translation>visualizer [FILE]
       visualizer 명령 [인자 …]</translation>
    </message>
    <message>
        <source>visualizer record PROGRAM [OPTION …] [-- ARG …]</source>
        <translation>visualizer record PROGRAM [옵션 …] [-- 인자 …]</translation>
    </message>
    <message>
        <source>the file the program reads as standard input</source>
        <translation>프로그램이 표준 입력으로 읽을 파일</translation>
    </message>
    <message>
        <source>export a recording to another format, or a step as a picture</source>
        <translation>기록을 다른 형식으로, 또는 한 단계를 그림으로 내보내기</translation>
    </message>
    <message>
        <source>turn a Python Tutor trace into a recording</source>
        <translation>Python Tutor 추적을 기록으로 변환</translation>
    </message>
    <message>
        <source>{fault}; see {name} --help</source>
        <extracomment>{fault}: what is wrong, in English; {name}: a name, as the program or the file has it</extracomment>
        <translation>{fault}. {name} --help를 보세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <extracomment>{file}: a file; {line}: a line number; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}, {line}번 줄: {reason}</translation>
    </message>
    <message>
        <source>{file}: Python cannot compile it: {reason}; simplify it, or choose another file</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 파이썬이 컴파일할 수 없습니다: {reason}. 프로그램을 단순하게 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: recorded in format version {version}, but this visualizer reads only up to {known}; install a newer one</source>
        <extracomment>{file}: a file; {version}: a version; {known}: a version</extracomment>
        <translation>{file}: 형식 버전이 {version}인 기록입니다. 이 visualizer는 {known}까지만 읽으니 더 새로운 버전을 설치하세요.</translation>
    </message>
    <message>
        <source>{file}: the drive does not answer; try again, or choose another folder</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 드라이브가 응답하지 않습니다. 다시 시도하거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}; choose another file</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 읽을 수 없습니다: {reason}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: cannot be run as an interpreter: {reason}; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 인터프리터로 실행할 수 없습니다: {reason}. {option}[으로/로] {known} 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: cannot be written: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: cannot be written: {reason}; choose another place</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 쓸 수 없습니다: {reason}. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: damaged: {fault}; record the program again</source>
        <extracomment>{file}: a file; {fault}: what is wrong, in English</extracomment>
        <translation>{file}: 손상되었습니다({fault}). 프로그램을 다시 기록하세요.</translation>
    </message>
    <message>
        <source>{file}: damaged: part of it cannot be read; record the program again</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 손상되어 일부를 읽을 수 없습니다. 프로그램을 다시 기록하세요.</translation>
    </message>
    <message>
        <source>{file}: damaged: bytes missing at its end: {missing}; copy the file again, or record the program again</source>
        <extracomment>{file}: a file; {missing}: a number</extracomment>
        <translation>{file}: 손상되었습니다. 끝에서 {missing}바이트가 빠졌습니다. 파일을 다시 복사하거나 프로그램을 다시 기록하세요.</translation>
    </message>
    <message>
        <source>{file}: has not been started</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 시작되지 않았습니다</translation>
    </message>
    <message>
        <source>{file}: is a directory; choose a file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디렉터리입니다. 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is being recorded right now; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 지금 기록하고 있는 파일입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is open in a program; close it there, or choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 다른 프로그램에서 열려 있습니다. 거기서 닫거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is empty, not a recording; choose a .memtrace file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 기록이 아니라 빈 파일입니다. .memtrace 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is not a regular file; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 일반 파일이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is the program itself or its input; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 프로그램 파일이거나 그 입력 파일입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is the recording itself; name another file with -o</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 내보내려는 기록 파일입니다. -o로 다른 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{file}: is the recording itself; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 지금 열려 있는 기록 파일입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is the trace itself; choose another file</source>
        <translation>{file}: 추적 파일 자체입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is {name} {version}, which the recorder does not support; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {name}: a name, as the program or the file has it; {version}: a version; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: {name} {version}[은/는] 기록기가 지원하지 않는 인터프리터입니다. {option}[으로/로] {known} 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: its directory does not exist; create it</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디렉터리가 없습니다. 먼저 만드세요.</translation>
    </message>
    <message>
        <source>{file}: not enough memory to record it: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 기록할 메모리가 모자랍니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: no permission to read it; change its permissions</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 읽을 권한이 없습니다. 권한을 바꾸세요.</translation>
    </message>
    <message>
        <source>{file}: no permission to replace it; choose another file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 덮어쓸 권한이 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: no permission to write there; allow it</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그곳에 쓸 권한이 없습니다. 쓰기를 허용하세요.</translation>
    </message>
    <message>
        <source>{file}: no permission to write there; choose another place</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그곳에 쓸 권한이 없습니다. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: no such directory; choose another</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그런 디렉터리가 없습니다. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: no such file or command; see --help</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그런 파일이나 명령이 없습니다. --help를 보세요.</translation>
    </message>
    <message>
        <source>there is no screen for the window; set DISPLAY or WAYLAND_DISPLAY, or record without a window: visualizer record</source>
        <translation>창을 띄울 화면이 없습니다. DISPLAY나 WAYLAND_DISPLAY를 정하거나, 창 없이 기록하세요: visualizer record</translation>
    </message>
    <message>
        <source>{lesson}: no such lesson, and no such file; see visualizer lessons</source>
        <extracomment>{lesson}: what was typed</extracomment>
        <translation>{lesson}: 그런 수업도 파일도 없습니다. visualizer lessons로 확인하세요.</translation>
    </message>
    <message>
        <source>{file}: no such file; check the path</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 그런 파일이 없습니다. 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>{file}: no such interpreter; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 그런 인터프리터가 없습니다. {option}[으로/로] {known} 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: not a Python interpreter; choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 파이썬 인터프리터가 아닙니다. {option}[으로/로] {known} 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: not a Python program ({reason}); save it as UTF-8, or choose another file</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 파이썬 프로그램이 아닙니다({reason}). UTF-8로 저장하거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: not a recording; choose a .memtrace file</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 기록이 아닙니다. .memtrace 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is too large for a trace; choose another file</source>
        <translation>{file}: 추적으로 열기에는 너무 큽니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: is not a Python Tutor trace: {fault}; choose a .json file that it has written</source>
        <translation>{file}: Python Tutor 추적이 아닙니다: {fault}. Python Tutor가 쓴 .json 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: not a text file; choose a Python program</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 텍스트 파일이 아닙니다. 파이썬 프로그램을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: runs programs without the recorder (it ignores PYTHONPATH: -I, -E, -S, a ._pth file); choose one of {known} with {option}</source>
        <extracomment>{file}: a file; {known}: the versions that will do; {option}: how it is chosen, as in --python</extracomment>
        <translation>{file}: 기록기 없이 프로그램을 실행합니다(PYTHONPATH를 무시함: -I, -E, -S, ._pth 파일). {option}[으로/로] {known} 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: step {step}: {fault}</source>
        <extracomment>{file}: a file; {step}: a step&apos;s number; {fault}: what is wrong, in English</extracomment>
        <translation>{file}: {step}번째 단계: {fault}</translation>
    </message>
    <message>
        <source>{file}: the disk is full; free some space</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디스크가 가득 찼습니다. 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{file}: the disk is full; free some space or choose another place</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 디스크가 가득 찼습니다. 공간을 비우거나 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: the program cannot be started: {reason}</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 프로그램을 시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: there is no step to show; record the program again</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 보여 줄 단계가 없습니다. 프로그램을 다시 기록하세요.</translation>
    </message>
    <message>
        <source>{file}: is not a recording of the program of lesson {lesson}; record that program</source>
        <translation>{file}: {lesson} 수업의 프로그램을 기록한 것이 아닙니다. 그 프로그램을 기록하세요.</translation>
    </message>
    <message>
        <source>{file}: there is no step {step}; the last is {last}</source>
        <extracomment>{file}: a file; {step}: a step&apos;s number; {last}: the last number</extracomment>
        <translation>{file}: {step}번째 단계는 없습니다. 마지막은 {last}번째입니다.</translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n steps, no errors</source>
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
        <source>{text} is not a whole number of at least 1</source>
        <extracomment>{text}: what was given</extracomment>
        <translation>{text}: 1 이상의 정수가 아닙니다</translation>
    </message>
    <message>
        <source>{text} is not a valid number of seconds</source>
        <extracomment>{text}: what was given</extracomment>
        <translation>{text}: 초 단위의 시간이 아닙니다</translation>
    </message>
    <message>
        <source>the following arguments are required: {names}</source>
        <extracomment>{names}: names</extracomment>
        <translation>다음 인자가 필요합니다: {names}</translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <extracomment>{names}: names</extracomment>
        <translation>알 수 없는 인자입니다: {names}</translation>
    </message>
    <message>
        <source>argument {name}: invalid choice: {choice} (choose from {choices})</source>
        <extracomment>{name}: a name, as the program or the file has it; {choice}: what was given; {choices}: what may be given</extracomment>
        <translation>인자 {name}: {choice}[은/는] 고를 수 없습니다({choices} 가운데 고르세요)</translation>
    </message>
    <message>
        <source>argument {name}: expected one argument</source>
        <extracomment>{name}: a name, as the program or the file has it</extracomment>
        <translation>인자 {name}: 값이 하나 필요합니다</translation>
    </message>
    <message>
        <source>argument {name}: ignored explicit argument {value}</source>
        <extracomment>{name}: a name, as the program or the file has it; {value}: a value as Python writes it</extracomment>
        <translation>인자 {name}: {value}[이라는/라는] 값을 받지 않습니다</translation>
    </message>
    <message>
        <source>argument {name}: {fault}</source>
        <extracomment>{name}: a name, as the program or the file has it; {fault}: what is wrong, in English</extracomment>
        <translation>인자 {name}: {fault}</translation>
    </message>
    <message>
        <source>{name} is not available on this machine</source>
        <translation>이 컴퓨터에서는 {name}[을/를] 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>{format}: no picture format; there are {known}</source>
        <translation>{format}[은/는] 그림 형식이 아닙니다. {known} 가운데에서 고르세요.</translation>
    </message>
    <message>
        <source>{name} is not installed</source>
        <translation>{name}[이/가] 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>{name} is not installed; install it with: {command}</source>
        <translation>{name}[이/가] 설치되어 있지 않습니다. 다음으로 설치하세요: {command}</translation>
    </message>
    <message>
        <source>not run: needs about {needed} GB of memory</source>
        <translation>실행하지 않음: 메모리가 약 {needed} GB 필요합니다</translation>
    </message>
    <message>
        <source>not run: not enough space for its file</source>
        <translation>실행하지 않음: 파일을 둘 공간이 모자랍니다</translation>
    </message>
    <message>
        <source>no response within {seconds} s</source>
        <translation>{seconds}초 안에 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>its response cannot be read</source>
        <translation>응답을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>cannot be started: {reason}</source>
        <translation>시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>killed by signal {number}: {reason}</source>
        <translation>시그널 {number}[으로/로] 강제 종료되었습니다: {reason}</translation>
    </message>
    <message>
        <source>killed by signal {number}</source>
        <translation>시그널 {number}[으로/로] 강제 종료되었습니다</translation>
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
        <source>{folder} has {free} MB left, but the tables need {needed} MB; use fewer rows or files, or set TMPDIR to another folder</source>
        <translation>{folder}에 남은 공간은 {free} MB인데 표에는 {needed} MB가 필요합니다. 행이나 파일 수를 줄이거나 TMPDIR을 다른 폴더로 지정하세요.</translation>
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
        <source>File name too long</source>
        <translation>파일 이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류가 났습니다</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>심볼릭 링크가 너무 많이 이어져 있습니다</translation>
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
        <source>a mapping that was never closed</source>
        <translation>닫히지 않은 매핑</translation>
    </message>
    <message>
        <source>a segment of {size} MB does not fit into {folder}, which has {free} MB left; use fewer rows or files, or give the container more shared memory (--shm-size)</source>
        <translation>{size} MB 세그먼트가 {folder}에 들어가지 않습니다. 남은 공간은 {free} MB입니다. 행이나 파일 수를 줄이거나 컨테이너의 공유 메모리를 늘리세요(--shm-size).</translation>
    </message>
    <message>
        <source>a segment left behind</source>
        <translation>남은 세그먼트</translation>
    </message>
    <message>
        <source>a warning from the resource tracker</source>
        <translation>자원 추적기의 경고</translation>
    </message>
    <message>
        <source>a worker stopped without an error message; run it again</source>
        <translation>작업자가 오류 메시지 없이 멈췄습니다. 다시 실행하세요.</translation>
    </message>
    <message>
        <source>a worker of the scheduler was killed; unless you killed it, memory ran out: use fewer rows or more workers</source>
        <translation>스케줄러의 작업자가 강제로 종료되었습니다. 직접 종료하지 않았다면 메모리가 모자란 것입니다. 행을 줄이거나 작업자를 늘리세요.</translation>
    </message>
    <message>
        <source>an uncaught exception</source>
        <translation>처리되지 않은 예외</translation>
    </message>
    <message>
        <source>it waited forever and was stopped</source>
        <translation>끝없이 기다려서 강제로 끝냄</translation>
    </message>
    <message>
        <source>its table differs from those of the methods before; please report this</source>
        <translation>앞의 방식들과 다른 표가 나왔습니다. 이 문제를 알려 주세요.</translation>
    </message>
    <message>
        <source>killed by signal {number}; unless you killed it, memory ran out: use fewer rows</source>
        <translation>시그널 {number}[으로/로] 강제 종료되었습니다. 직접 종료하지 않았다면 메모리가 모자란 것입니다. 행을 줄이세요.</translation>
    </message>
    <message>
        <source>the expected HDF5 file is missing</source>
        <translation>있어야 할 HDF5 파일이 없음</translation>
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
        <source>the scheduler stopped responding: {reason}; start it and its workers again</source>
        <translation>스케줄러가 더는 응답하지 않습니다: {reason}. 스케줄러와 작업자를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>the wrong child received &quot;done&quot;: a segment was gone before the parent got it</source>
        <translation>엉뚱한 자식이 &quot;done&quot;을 가져가, 부모가 받기 전에 세그먼트가 사라짐</translation>
    </message>
    <message>
        <source>there is no scheduler at {address} ({reason}); start one with: dask scheduler</source>
        <translation>{address}에 스케줄러가 없습니다({reason}). 다음으로 시작하세요: dask scheduler</translation>
    </message>
    <message>
        <source>there is no segment {name}: its creator has already removed it; run it again</source>
        <translation>세그먼트 {name}[이/가] 없습니다. 만든 쪽에서 이미 지웠습니다. 다시 실행하세요.</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, too few for row {row}: the file grew while it was being read; run it again</source>
        <translation>{name}[은/는] {size}바이트라서 {row}행까지 담을 수 없습니다. 읽는 동안 파일이 커졌습니다. 다시 실행하세요.</translation>
    </message>
    <message>
        <source>{path}, line {line}, column {column}: {what}</source>
        <translation>{path}, {line}줄 {column}열: {what}</translation>
    </message>
    <message>
        <source>{path}: cannot be read: {reason}; check the path and its permissions</source>
        <translation>{path}: 읽을 수 없습니다: {reason}. 경로와 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{path}: cannot be written: {reason}; free some space, use fewer rows, or set TMPDIR to another folder</source>
        <translation>{path}: 쓸 수 없습니다: {reason}. 공간을 비우거나 행을 줄이거나 TMPDIR을 다른 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>{path}: cannot be written: {reason}; free some space or choose another place</source>
        <translation>{path}: 쓸 수 없습니다: {reason}. 공간을 비우거나 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{path}: is not a file that can be replaced; choose another</source>
        <translation>{path}: 바꿔 쓸 수 있는 파일이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path}: no such file; check the name</source>
        <translation>{path}: 그런 파일이 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{path}: {dataset} has dtype {dtype}</source>
        <translation>{path}: {dataset}의 dtype이 {dtype}입니다</translation>
    </message>
    <message>
        <source>{place} was announced with {rows} rows ({bytes} bytes), but it has {there} bytes</source>
        <translation>{place}[은/는] {rows}행({bytes}바이트)이라고 전달되었지만 실제로는 {there}바이트입니다</translation>
    </message>
    <message>
        <source>{place} was announced, but this run did not create it</source>
        <translation>{place}[이/가] 전달되었지만 이번 실행에서 만든 것이 아닙니다</translation>
    </message>
    <message>
        <source>{text} is longer than the {bytes} bytes of {name}</source>
        <translation>{text}[은/는] {name}의 {bytes}바이트보다 깁니다</translation>
    </message>
    <message>
        <source>{text} is not a number, but {name} must be one</source>
        <translation>{text}[은/는] 수가 아닙니다. {name}에는 수가 와야 합니다.</translation>
    </message>
    <message>
        <source>{text} is not a 32-bit integer, but {name} must be one</source>
        <translation>{text}[은/는] 32비트 정수가 아닙니다. {name}에는 32비트 정수가 와야 합니다.</translation>
    </message>
    <message>
        <source>{worker} ended with code {number}</source>
        <translation>{worker}[이/가] 종료 코드 {number}[으로/로] 끝났습니다</translation>
    </message>
    <message>
        <source>{worker} was killed by signal {number}</source>
        <translation>{worker}[이/가] 시그널 {number}[으로/로] 강제 종료되었습니다</translation>
    </message>
    <message>
        <source>{worker} was killed by signal {number}; unless you killed it, memory ran out: use fewer rows</source>
        <translation>{worker}[이/가] 시그널 {number}[으로/로] 강제 종료되었습니다. 직접 종료하지 않았다면 메모리가 모자란 것입니다. 행을 줄이세요.</translation>
    </message>
    <message>
        <source>--growth makes its own tables and cannot be used with --source</source>
        <translation>--growth는 표를 직접 만들므로 --source와 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>also measure growth with rows, and when a fast reader is worthwhile</source>
        <translation>행 수에 따른 증가와 빠른 읽기가 몇 행부터 이득인지도 측정</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>leaked</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>load ms</source>
        <translation>읽기 ms</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>total</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>× first touch</source>
        <translation>× 처음 쓰기</translation>
    </message>
    <message>
        <source>× payload</source>
        <translation>× 자료</translation>
    </message>
    <message>
        <source>dask: {start} s to start, then {extra} ms slower than {fastest}; with {workers} or more workers it would be faster (an estimate that assumes a network as fast as loopback)</source>
        <translation>dask: 시작에 {start}초, 그 뒤 {fastest}보다 {extra} ms 느림. 작업자가 {workers}개 이상이면 더 빠를 것으로 추정됨(네트워크가 루프백만큼 빠르다고 가정)</translation>
    </message>
    <message>
        <source>dask: {start} s to start, then {extra} ms slower than {fastest}; no number of workers makes up for it, because bringing the tables to one process alone takes longer</source>
        <translation>dask: 시작에 {start}초, 그 뒤 {fastest}보다 {extra} ms 느림. 표를 한 프로세스로 가져오는 데만 더 오래 걸려 작업자를 늘려도 따라잡지 못함</translation>
    </message>
    <message>
        <source>growth with rows:</source>
        <translation>행 수에 따른 증가:</translation>
    </message>
    <message>
        <source>one array from worker to parent, ms:</source>
        <translation>배열 하나를 작업자에서 부모로, ms:</translation>
    </message>
    <message>
        <source>reading one file in a fresh process, in ms, including the imports only that reader needs:</source>
        <translation>새 프로세스에서 파일 하나 읽기, 그 읽는 방식에만 필요한 임포트를 포함한 ms:</translation>
    </message>
    <message>
        <source>shared memory is faster than a queue from {megabytes} MB on</source>
        <translation>공유 메모리는 {megabytes} MB부터 큐보다 빠름</translation>
    </message>
    <message>
        <source>{way} at {megabytes} MB failed: {reason}; larger sizes were not measured</source>
        <translation>{megabytes} MB에서 {way} 실패: {reason}; 더 큰 크기는 재지 않음</translation>
    </message>
    <message>
        <source>{method} with {rows} rows failed: {reason}; the sizes between this and the largest were not measured</source>
        <translation>{rows}행에서 {method} 실패: {reason}; 그 뒤부터 가장 큰 크기 전까지는 재지 않음</translation>
    </message>
    <message>
        <source>the fast reader is worthwhile from {rows} rows on, including its import</source>
        <translation>빠른 읽기는 임포트를 포함해도 {rows}행부터 이득</translation>
    </message>
    <message>
        <source>this machine, GB/s: memcpy {memcpy}, reading {read}, first touch {first_touch}, disk {disk}</source>
        <translation>이 컴퓨터, 초당 GB: 메모리 복사 {memcpy}, 읽기 {read}, 처음 쓰기 {first_touch}, 디스크 {disk}</translation>
    </message>
    <message>
        <source>the file: written by {method} in {seconds} s, peak memory {megabytes} MB (PSS)</source>
        <translation>파일: {method}[으로/로] {seconds}초에 씀, 최대 메모리 {megabytes} MB(PSS)</translation>
    </message>
    <message>
        <source>total: interval × repeats</source>
        <translation>합계: 구간 × 반복</translation>
    </message>
    <message>
        <source>dask: {start} s to start, then the repeats show no difference from {fastest}</source>
        <translation>dask: 시작에 {start}초, 그 뒤 반복만으로는 {fastest}[과/와] 차이를 알 수 없음</translation>
    </message>
    <message>
        <source>dask: {start} s to start, then {extra} ms faster than {fastest}</source>
        <translation>dask: 시작에 {start}초, 그 뒤 {fastest}보다 {extra} ms 빠름</translation>
    </message>
    <message>
        <source>{file}: recorded only up to step {steps}: {reason}; the program continued unrecorded</source>
        <extracomment>{file}: a file; {steps}: a number; {reason}: why</extracomment>
        <translation>{file}: {steps}단계까지만 기록했습니다: {reason}. 프로그램은 기록 없이 끝까지 실행되었습니다.</translation>
    </message>
    <message>
        <source>also record the value of every expression inside the lines</source>
        <translation>줄 안에 있는 모든 식의 값도 기록</translation>
    </message>
    <message>
        <source>the same, only on these lines of the program, such as 3,7-9</source>
        <translation>위와 같되, 프로그램의 이 줄에서만 기록 (예: 3,7-9)</translation>
    </message>
    <message>
        <source>jsonl: list the values of expressions, where they were recorded</source>
        <translation>jsonl: 기록된 식의 값도 나열</translation>
    </message>
    <message>
        <source>run the program even if its interpreter does not support recording</source>
        <translation>인터프리터가 기록을 지원하지 않아도 프로그램을 실행</translation>
    </message>
    <message>
        <source>{reason}, or run it unrecorded with --unrecorded</source>
        <extracomment>{reason}: another message</extracomment>
        <translation>{reason} 또는 --unrecorded로 기록 없이 실행하세요.</translation>
    </message>
    <message>
        <source>the recorder failed: {fault}</source>
        <extracomment>how a run ended; {fault}: what went wrong</extracomment>
        <translation>기록기에 문제가 생겼습니다: {fault}</translation>
    </message>
    <message>
        <source>the recorder failed, and could not say why</source>
        <extracomment>how a run ended</extracomment>
        <translation>기록기에 문제가 생겼으나 이유를 알 수 없습니다</translation>
    </message>
    <message>
        <source>the recorder could not be started: {fault}</source>
        <extracomment>how a run ended; {fault}: what went wrong</extracomment>
        <translation>기록기를 시작할 수 없었습니다: {fault}</translation>
    </message>
    <message>
        <source>the program disabled the recorder&apos;s events (sys.monitoring)</source>
        <extracomment>how a run ended</extracomment>
        <translation>프로그램이 기록기의 이벤트를 껐습니다(sys.monitoring)</translation>
    </message>
    <message>
        <source>the recorder sent invalid data: {fault}</source>
        <extracomment>how a run ended; {fault}: what is wrong with it</extracomment>
        <translation>기록기가 잘못된 데이터를 보냈습니다: {fault}</translation>
    </message>
    <message>
        <source>the recorder was killed before the program ended</source>
        <translation>프로그램이 끝나기 전에 기록기가 강제 종료되었습니다</translation>
    </message>
    <message>
        <source>ran to completion</source>
        <translation>끝까지 실행됨</translation>
    </message>
    <message>
        <source>stopped by an uncaught exception</source>
        <translation>처리되지 않은 예외로 멈춤</translation>
    </message>
    <message>
        <source>killed by {signal}</source>
        <extracomment>{signal}: a signal, as in SIGKILL (Killed)</extracomment>
        <translation>시그널 {signal}[으로/로] 강제 종료됨</translation>
    </message>
    <message>
        <source>exited with code {code}</source>
        <extracomment>{code}: a number</extracomment>
        <translation>종료 코드 {code}[으로/로] 끝남</translation>
    </message>
    <message>
        <source>stopped by the user; deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <translation>사용자가 멈춤; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C, which it ignored; deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <translation>Ctrl+C를 무시해 강제로 멈춤; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C; deadlock: {threads}</source>
        <extracomment>{threads}: threads, with arrows between them</extracomment>
        <translation>Ctrl+C로 멈춤; 교착 상태: {threads}</translation>
    </message>
    <message>
        <source>stopped at the limit of {amount}; deadlock: {threads}</source>
        <extracomment>{amount}: an amount with its unit; {threads}: threads, with arrows between them</extracomment>
        <translation>한도 {amount}에서 멈춤; 교착 상태: {threads}</translation>
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
        <source>stopped at the limit of {amount}</source>
        <extracomment>{amount}: an amount with its unit</extracomment>
        <translation>한도 {amount}에서 멈춤</translation>
    </message>
    <message>
        <source>cannot open a terminal for the program: {reason}</source>
        <extracomment>{reason}: why, in the system&apos;s own words</extracomment>
        <translation>프로그램에 쓸 터미널을 열 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>an error in visualizer itself: {fault}; set VISUALIZER_TRACEBACK=1 to see where</source>
        <extracomment>{fault}: what is wrong, in English</extracomment>
        <translation>visualizer 자체의 오류입니다: {fault}. VISUALIZER_TRACEBACK=1로 설정하면 어디인지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>{file}: larger than {most} MB; choose a Python program</source>
        <extracomment>{file}: a file; {most}: a number</extracomment>
        <translation>{file}: {most} MB보다 큽니다. 파이썬 프로그램을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: {reason}; correct its coding line</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: {reason}. 인코딩 줄을 고치세요.</translation>
    </message>
    <message>
        <source>{file}: line {line} is not {encoding} text, but probably {guess}; read it as {guess} and save it, which writes UTF-8</source>
        <extracomment>{file}: a file; {line}: a line number; {encoding}, {guess}: names, as in cp949</extracomment>
        <translation>{file}: {line}번 줄은 {encoding} 텍스트가 아니라 {guess} 텍스트로 보입니다. {guess}[으로/로] 읽은 다음 저장하면 UTF-8로 저장됩니다.</translation>
    </message>
    <message>
        <source>{file}: line {line} is not {encoding} text; name its encoding in the first line, as in # -*- coding: cp949 -*-, or save it again as UTF-8</source>
        <extracomment>{file}: a file; {line}: a line number; {encoding}: a name, as in cp949</extracomment>
        <translation>{file}: {line}번 줄은 {encoding} 텍스트가 아닙니다. 첫 줄에 # -*- coding: cp949 -*- 처럼 인코딩을 적거나, UTF-8로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{file}: not a Jupyter notebook; choose a Python program</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 주피터 노트북이 아닙니다. 파이썬 프로그램을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: not printed</source>
        <extracomment>{file}: a file or a printer</extracomment>
        <translation>{file}: 인쇄하지 못했습니다</translation>
    </message>
    <message>
        <source>{file}: another program has changed the file; saving now replaces its text</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 다른 프로그램이 파일을 바꿨습니다. 지금 저장하면 그 내용을 덮어씁니다.</translation>
    </message>
    <message>
        <source>{file}: not saved: {reason}; correct its coding line</source>
        <extracomment>{file}: a file; {reason}: why, in the system&apos;s own words</extracomment>
        <translation>{file}: 저장하지 못했습니다: {reason}. 인코딩 줄을 고치세요.</translation>
    </message>
    <message>
        <source>{file}: not saved: line {line} has {character}, which {encoding} cannot encode; change the coding line to utf-8</source>
        <extracomment>{file}: a file; {line}: a line number; {character}: one character; {encoding}: a name, as in cp949</extracomment>
        <translation>{file}: 저장하지 못했습니다: {line}번 줄의 {character}[은/는] {encoding}에 없는 글자입니다. 인코딩 줄을 utf-8로 바꾸세요.</translation>
    </message>
    <message>
        <source>{file}: not saved to a file yet; save it under a name</source>
        <extracomment>{file}: a file</extracomment>
        <translation>{file}: 아직 파일로 저장하지 않았습니다. 이름을 정해 저장하세요.</translation>
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
        <translation>처리되지 않은 예외</translation>
    </message>
    <message>
        <source>exited</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>스스로 끝남</translation>
    </message>
    <message>
        <source>killed</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>강제 종료됨</translation>
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
        <source>trimmed</source>
        <translation>일부만 저장함</translation>
    </message>
    <message>
        <source>recorder-failed</source>
        <extracomment>how a recording ended, in the answer of info</extracomment>
        <translation>기록기 실패</translation>
    </message>
    <message>
        <source>visualizer lab LAB [OPTION …]</source>
        <translation>visualizer lab 실험실 [옵션 …]</translation>
    </message>
    <message>
        <source>Run visualizer lab LAB --help for the options of each lab.</source>
        <translation>실험실마다 쓸 수 있는 옵션은 visualizer lab 실험실 --help로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>what the jobs do (default: sleep)</source>
        <translation>일의 종류 (기본값: sleep)</translation>
    </message>
    <message>
        <source>the methods to compare (default: all that work here)</source>
        <translation>비교할 방식 (기본값: 여기서 되는 모든 방식)</translation>
    </message>
    <message>
        <source>seconds per step; 1 is the full size (default: 0.1)</source>
        <translation>한 단계에 걸리는 초. 1이 원래 크기 (기본값: 0.1)</translation>
    </message>
    <message>
        <source>the HDF5 file to save the results to</source>
        <translation>결과를 저장할 HDF5 파일</translation>
    </message>
    <message>
        <source>number of items (default: 1,000,000)</source>
        <translation>항목 수 (기본값: 1,000,000)</translation>
    </message>
    <message>
        <source>number of repeats (default: until precise)</source>
        <translation>반복 횟수 (기본값: 정밀해질 때까지)</translation>
    </message>
    <message>
        <source>number of repeats (default: 5)</source>
        <translation>반복 횟수 (기본값: 5)</translation>
    </message>
    <message>
        <source>run two jobs at once, in every way that Python offers</source>
        <translation>파이썬의 여러 방식으로 두 가지 일을 동시에 실행</translation>
    </message>
    <message>
        <source>compare creating all items first with creating each one on demand</source>
        <translation>모든 항목을 미리 만드는 방식과 요청할 때 하나씩 만드는 방식을 비교</translation>
    </message>
    <message>
        <source>published value, with waits of 1 s: {seconds} s</source>
        <extracomment>{seconds}: a number</extracomment>
        <translation>발표된 값(1초씩 기다릴 때): {seconds}초</translation>
    </message>
    <message>
        <source>{option}: unknown: {names}; choose from {known}</source>
        <extracomment>{option}: an option, as in --contestants; {names}: names that were asked for; {known}: names that there are</extracomment>
        <translation>{option}: {names}[은/는] 없습니다. {known} 가운데 고르세요.</translation>
    </message>
    <message>
        <source>number of tables (default: 2)</source>
        <translation>표의 수 (기본값: 2)</translation>
    </message>
    <message>
        <source>rows per table (default: 20,000)</source>
        <translation>표마다 행 수 (기본값: 20,000)</translation>
    </message>
    <message>
        <source>number of workers (default: 2)</source>
        <translation>작업자 수 (기본값: 2)</translation>
    </message>
    <message>
        <source>read this file instead of generated tables; may be given several times</source>
        <translation>생성한 표 대신 이 파일을 읽기. 여러 번 지정할 수 있음</translation>
    </message>
    <message>
        <source>how to read the text (default: loadtxt)</source>
        <translation>텍스트를 읽는 방식 (기본값: loadtxt)</translation>
    </message>
    <message>
        <source>a running Dask scheduler, such as tcp://host:8786</source>
        <translation>이미 실행 중인 Dask 스케줄러. 예: tcp://host:8786</translation>
    </message>
    <message>
        <source>how to compress the file (default: none)</source>
        <translation>파일을 압축하는 방식 (기본값: none)</translation>
    </message>
    <message>
        <source>rows per chunk of the file (default: one piece)</source>
        <translation>파일의 청크당 행 수 (기본값: 한 덩어리)</translation>
    </message>
    <message>
        <source>also find the break-even size for shared memory</source>
        <translation>공유 메모리가 유리해지는 크기도 측정</translation>
    </message>
    <message>
        <source>the HDF5 file to write the tables to</source>
        <translation>표를 저장할 HDF5 파일</translation>
    </message>
    <message>
        <source>bring big arrays from worker processes into one HDF5 file</source>
        <translation>큰 배열을 작업자 프로세스에서 가져와 HDF5 파일 하나에 쓰기</translation>
    </message>
    <message>
        <source>layout: canvas size in pixels (default: 745x595)</source>
        <translation>layout: 캔버스 크기, 픽셀 (기본값: 745x595)</translation>
    </message>
    <message>
        <source>{text} is not a size in pixels, such as 745x595</source>
        <translation>{text}: 745x595와 같은 픽셀 크기여야 합니다</translation>
    </message>
    <message>
        <source>{file}: is too large for a lesson</source>
        <translation>{file}: 수업 파일로는 너무 큽니다</translation>
    </message>
    <message>
        <source>{file}: is not UTF-8 text; save it as UTF-8</source>
        <translation>{file}: UTF-8 텍스트가 아닙니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{file}: a lesson begins with +++, its front matter, +++ and a block ```python</source>
        <translation>{file}: 수업 파일은 +++, 머리말, +++ 그리고 ```python 블록으로 시작해야 합니다</translation>
    </message>
    <message>
        <source>{file}: its front matter: {why}</source>
        <translation>{file}: 머리말: {why}</translation>
    </message>
    <message>
        <source>{file}: there is no text after a line &lt;!-- {language} --&gt;</source>
        <translation>{file}: &lt;!-- {language} --&gt; 줄 뒤에 본문이 없습니다</translation>
    </message>
    <message>
        <source>{file}: mark {name}: {n} lines of the program are: {line}; give its number</source>
        <translation>{file}: 표시 {name}: 프로그램에 다음 줄이 {n}개 있습니다: {line}; 줄 번호로 적어 주세요</translation>
    </message>
    <message>
        <source>{file}: mark {name}: the program has no line {line}</source>
        <translation>{file}: 표시 {name}: 프로그램에 {line}번 줄이 없습니다</translation>
    </message>
    <message>
        <source>{file}: its program: {why}</source>
        <translation>{file}: 프로그램: {why}</translation>
    </message>
    <message>
        <source>{file}: question {key}: there is no mark {mark}</source>
        <translation>{file}: 질문 {key}: 표시 {mark}[이/가] 없습니다</translation>
    </message>
    <message>
        <source>{file}: question {key}: a question of the kind {kind} is about {n} names</source>
        <translation>{file}: 질문 {key}: {kind} 질문에는 이름이 {n}개 있어야 합니다</translation>
    </message>
    <message>
        <source>{file}: {what} {key} stands {n} times in the text {language}; once is right</source>
        <translation>{file}: {what} {key}[이/가] {language} 본문에 {n}번 있습니다. 한 번이어야 합니다.</translation>
    </message>
    <message>
        <source>{file}: text {language}: there is no mark {mark}</source>
        <translation>{file}: {language} 글: 표시 {mark}[이/가] 없습니다</translation>
    </message>
    <message>
        <source>{file}: question {key}: {why}</source>
        <translation>{file}: 질문 {key}: {why}</translation>
    </message>
    <message>
        <source>there are no lessons</source>
        <translation>수업이 없습니다</translation>
    </message>
    <message>
        <source>{file}: the text {language} asks in another order than the others</source>
        <translation>{file}: {language} 글의 질문 순서가 다른 글과 다릅니다</translation>
    </message>
    <message>
        <source>player of the cell</source>
        <translation>셀 플레이어</translation>
    </message>
    <message>
        <source>player of {program}</source>
        <translation>{program} 플레이어</translation>
    </message>
    <message>
        <source>{n} steps recorded; a notebook in a browser shows the player</source>
        <translation>{n}단계를 기록했습니다. 브라우저에서 연 노트북에 플레이어가 나옵니다.</translation>
    </message>
    <message>
        <source>line {line} of the cell is a command of the notebook, which cannot be recorded: {text}</source>
        <translation>셀의 {line}번 줄은 노트북 명령이므로 기록할 수 없습니다: {text}</translation>
    </message>
    <message>
        <source>modules of this folder</source>
        <translation>이 폴더의 모듈</translation>
    </message>
    <message>
        <source>names of the notebook, as the cell begins</source>
        <translation>셀이 시작될 때 노트북의 이름들</translation>
    </message>
    <message>
        <source>the cell</source>
        <translation>셀</translation>
    </message>
    <message>
        <source>The cell was recorded in a process of its own. The names it reads were made anew from their values, so addresses and reference counts are not the notebook&apos;s.</source>
        <translation>셀은 별도의 프로세스에서 기록했습니다. 셀이 읽는 이름들은 값으로 새로 만들었으므로 주소와 참조 횟수는 노트북의 것과 다릅니다.</translation>
    </message>
    <message>
        <source>Left out, because no source text can make such a value: {names}</source>
        <translation>소스 코드로 만들 수 없는 값이어서 뺐습니다: {names}</translation>
    </message>
    <message>
        <source>The cell took {recorded} steps; these are {first} to {last}. Choose others with --steps A-B.</source>
        <translation>셀은 {recorded}단계를 실행했고, 이것은 {first}~{last}단계입니다. 다른 단계는 --steps A-B로 고르세요.</translation>
    </message>
    <message>
        <source>memory takes a program as its content, or a file; one of them</source>
        <translation>memory에는 프로그램 내용과 파일 가운데 하나만 쓰세요</translation>
    </message>
    <message>
        <source>say what differs between two recordings, or two steps of one</source>
        <translation>두 기록, 또는 한 기록의 두 단계에서 다른 것을 출력</translation>
    </message>
    <message>
        <source>visualizer compare RECORDING [RECORDING] [OPTION …]</source>
        <translation>visualizer compare RECORDING [RECORDING] [옵션 …]</translation>
    </message>
    <message>
        <source>another .memtrace file (default: the same one)</source>
        <translation>다른 .memtrace 파일 (기본값: 같은 파일)</translation>
    </message>
    <message>
        <source>the step of the first recording (default: its last)</source>
        <translation>첫 번째 기록의 단계 (기본값: 마지막 단계)</translation>
    </message>
    <message>
        <source>the step of the other recording (default: its last)</source>
        <translation>다른 기록의 단계 (기본값: 마지막 단계)</translation>
    </message>
    <message>
        <source>write both steps beside each other as a picture</source>
        <translation>두 단계를 나란히 그림으로 저장</translation>
    </message>
    <message>
        <source>level of detail that is compared (default: values)</source>
        <translation>비교할 표시 수준 (기본값: values)</translation>
    </message>
    <message>
        <source>pictures: theme (default: light)</source>
        <translation>그림: 테마 (기본값: light)</translation>
    </message>
    <message>
        <source>pictures: language of the text</source>
        <translation>그림: 글의 언어</translation>
    </message>
    <message>
        <source>-o works only with --format svg, png or pdf</source>
        <translation>-o는 --format svg, png, pdf와 함께만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>--json and --format do not go together</source>
        <translation>--json과 --format은 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>one recording is compared at two steps; name one with --step N, the other with --with M</source>
        <translation>한 기록은 두 단계를 비교합니다. 한 단계를 --step N, 다른 단계를 --with M으로 정하세요.</translation>
    </message>
    <message>
        <source>{side}: {program}, step {step} of {steps}, line {line}</source>
        <translation>{side}: {program}, {step}/{steps}단계, {line}번 줄</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>다른 것이 없습니다</translation>
    </message>
    <message>
        <source>there are more objects than are compared</source>
        <translation>객체가 너무 많아 일부만 비교했습니다</translation>
    </message>
    <message>
        <source>{file}: a lesson cannot be compared; choose a program or a recording</source>
        <translation>{file}: 수업은 비교할 수 없습니다. 프로그램이나 기록을 고르세요.</translation>
    </message>
    <message>
        <source>Waits, as the article&apos;s functions do.</source>
        <translation>원래 글의 함수처럼 기다립니다.</translation>
    </message>
    <message>
        <source>Runs its steps in turn, counted from 1, and returns the span of each.</source>
        <translation>단계를 하나씩 차례로 실행하고(1부터 셈), 각 단계가 언제 실행되었는지 돌려줍니다.</translation>
    </message>
    <message>
        <source>Run one job after the other.</source>
        <translation>하나가 끝나면 다음 것을 실행합니다.</translation>
    </message>
    <message>
        <source>Wait.</source>
        <translation>기다립니다.</translation>
    </message>
    <message>
        <source>Wait, and let other tasks run.</source>
        <translation>기다리는 동안 다른 일이 실행되게 합니다.</translation>
    </message>
    <message>
        <source>Run all steps.</source>
        <translation>모든 단계를 실행합니다.</translation>
    </message>
    <message>
        <source>Run all steps in an event loop.</source>
        <translation>이벤트 루프에서 모든 단계를 실행합니다.</translation>
    </message>
    <message>
        <source>Counts down in pure Python; in an event loop it has no other form.</source>
        <translation>순수 파이썬으로 수를 거꾸로 셉니다. 이벤트 루프에서도 다르지 않습니다.</translation>
    </message>
    <message>
        <source>Count.</source>
        <translation>수를 셉니다.</translation>
    </message>
    <message>
        <source>Count; no other task runs meanwhile.</source>
        <translation>수를 셉니다. 그동안 다른 일은 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Requests a page from a slow server on this machine.</source>
        <translation>이 컴퓨터에 있는 느린 서버에 페이지를 요청합니다.</translation>
    </message>
    <message>
        <source>Answer each request after so many seconds; return the port.</source>
        <translation>요청마다 이만큼의 초가 지난 뒤에 답합니다. 포트 번호를 돌려줍니다.</translation>
    </message>
    <message>
        <source>No step has to wait for this import.</source>
        <translation>어떤 단계도 이 임포트를 기다리지 않게 합니다.</translation>
    </message>
    <message>
        <source>Send the request, and read the whole answer.</source>
        <translation>요청하고 답을 끝까지 읽습니다.</translation>
    </message>
    <message>
        <source>Send the request, and let other tasks run until the whole answer has come.</source>
        <translation>요청하고, 답이 다 올 때까지 다른 일이 실행되게 합니다.</translation>
    </message>
    <message>
        <source>Start a thread for each job.</source>
        <translation>일마다 스레드를 하나씩 둡니다.</translation>
    </message>
    <message>
        <source>Use a pool with as many threads as jobs.</source>
        <translation>일의 수만큼 스레드가 있는 풀을 씁니다.</translation>
    </message>
    <message>
        <source>Start a process for each job, which sends its spans back.</source>
        <translation>일마다 프로세스를 하나씩 둡니다. 각 프로세스는 단계가 언제 실행되었는지 보내 줍니다.</translation>
    </message>
    <message>
        <source>Run a task for each job in one event loop.</source>
        <translation>한 이벤트 루프에 일마다 태스크를 하나씩 둡니다.</translation>
    </message>
    <message>
        <source>Start a greenlet for each job; they switch wherever gevent&apos;s own waiting is called.</source>
        <translation>일마다 그린렛을 하나씩 둡니다. gevent의 대기 함수를 부를 때 서로 차례를 바꿉니다.</translation>
    </message>
    <message>
        <source>Make the standard library wait through gevent; call it before any other import.</source>
        <translation>표준 라이브러리가 gevent로 기다리게 합니다. 다른 것을 임포트하기 전에 해야 합니다.</translation>
    </message>
    <message>
        <source>Use a pool with as many processes as jobs.</source>
        <translation>일의 수만큼 프로세스가 있는 풀을 씁니다.</translation>
    </message>
    <message>
        <source>The worker pickles the rows, and writes the bytes into a pipe.</source>
        <translation>작업자가 하는 일: 행을 피클로 바꾸고, 그 바이트를 파이프에 씁니다.</translation>
    </message>
    <message>
        <source>The parent reads the pipe, and makes its own array.</source>
        <translation>부모가 하는 일: 파이프를 읽어 자기 배열을 만듭니다.</translation>
    </message>
    <message>
        <source>The worker writes the bytes of its rows into a pipe, unchanged.</source>
        <translation>작업자가 하는 일: 행의 바이트를 그대로 파이프에 씁니다.</translation>
    </message>
    <message>
        <source>The parent reads the pipe straight into its own array.</source>
        <translation>부모가 하는 일: 파이프를 자기 배열로 곧바로 읽습니다.</translation>
    </message>
    <message>
        <source>The parent has a copy: a change by the worker does not reach it.</source>
        <translation>부모에게는 복사본이 있습니다. 작업자가 바꾸어도 그대로입니다.</translation>
    </message>
    <message>
        <source>The worker makes a segment, and puts its rows there.</source>
        <translation>작업자가 하는 일: 세그먼트를 만들고 행을 그 안에 넣습니다.</translation>
    </message>
    <message>
        <source>The parent attaches the segment by its name. Nothing is copied.</source>
        <translation>부모가 하는 일: 이름으로 세그먼트를 연결합니다. 아무것도 복사하지 않습니다.</translation>
    </message>
    <message>
        <source>Release the rows before the mapping, then the segment.</source>
        <translation>먼저 행을, 그다음 매핑을, 마지막으로 세그먼트를 놓아줍니다.</translation>
    </message>
    <message>
        <source>The worker writes its rows into a file.</source>
        <translation>작업자가 하는 일: 행을 파일에 씁니다.</translation>
    </message>
    <message>
        <source>The parent maps the file; both use the same pages.</source>
        <translation>부모가 하는 일: 파일을 매핑합니다. 페이지는 파일의 것 그대로입니다.</translation>
    </message>
    <message>
        <source>The parent sees a change of the file at once.</source>
        <translation>부모는 파일이 바뀐 것을 바로 봅니다.</translation>
    </message>
    <message>
        <source>Threads share the memory of their process, so no rows are copied.</source>
        <translation>스레드는 프로세스의 메모리를 모두 공유하므로 옮길 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody comes to them any more, and yet each has a reference.</source>
        <translation>이제 아무도 찾아갈 수 없는데도 저마다 참조가 하나씩 있습니다.</translation>
    </message>
    <message>
        <source>Three times the same row.</source>
        <translation>같은 행이 세 번 들어 있습니다.</translation>
    </message>
    <message>
        <source>Three rows.</source>
        <translation>서로 다른 행이 셋입니다.</translation>
    </message>
    <message>
        <source>A new dictionary, and the same two lists in it.</source>
        <translation>딕셔너리는 새것이고, 그 안의 두 리스트는 그대로입니다.</translation>
    </message>
    <message>
        <source>The slice is another list; the letters are the same objects.</source>
        <translation>슬라이스는 다른 리스트이고, 글자들은 같은 객체입니다.</translation>
    </message>
    <message>
        <source>A slice on the left of = changes the list itself.</source>
        <translation>= 왼쪽의 슬라이스는 리스트 자체를 바꿉니다.</translation>
    </message>
    <message>
        <source>Both sides of = are read before anything is bound.</source>
        <translation>이름에 할당하기 전에 = 오른쪽을 모두 계산합니다.</translation>
    </message>
    <message>
        <source>With a third name it takes three lines.</source>
        <translation>이름을 하나 더 쓰면 세 줄이 됩니다.</translation>
    </message>
    <message>
        <source>An iterator that is used up gives nothing more.</source>
        <translation>다 쓴 이터레이터는 더 내놓을 것이 없습니다.</translation>
    </message>
    <message>
        <source>main</source>
        <translation>주 프로그램</translation>
    </message>
    <message>
        <source>there is no C compiler</source>
        <translation>C 컴파일러가 없습니다</translation>
    </message>
    <message>
        <source>none is looked for on Windows</source>
        <translation>윈도우에서는 컴파일러를 찾지 않습니다</translation>
    </message>
    <message>
        <source>the C headers of Python {version} are not installed</source>
        <translation>파이썬 {version}의 C 헤더가 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>the compiler {name} cannot be run: {reason}</source>
        <translation>컴파일러({name})를 실행할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>the compiler failed: {fault}</source>
        <translation>컴파일에 실패했습니다: {fault}</translation>
    </message>
    <message>
        <source>the compiler took too long</source>
        <translation>컴파일이 너무 오래 걸렸습니다</translation>
    </message>
    <message>
        <source>somebody else is still compiling it</source>
        <translation>다른 프로세스가 아직 컴파일하고 있습니다</translation>
    </message>
</context>
</TS>
