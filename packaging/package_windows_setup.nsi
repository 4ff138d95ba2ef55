; The set-up for Windows: for one user, silent with /S, into another folder with /D=FOLDER (last).
; package_windows.py gives SETTINGS (what the description says), PROGRAM (the folder to install) and SETUP.

Unicode true
Target amd64-unicode
!include MUI2.nsh
!include "${SETTINGS}"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
; All that is ours lies in a folder of its own below the one that is chosen: what else is there stays.
!define OWN "$INSTDIR\program"

Name "$(TITLE_HERE)"
OutFile "${SETUP}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${TITLE}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "FileDescription" "${TITLE}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The visualizer authors"

!define MUI_ICON "${PROGRAM}/visualizer.ico"
!define MUI_UNICON "${PROGRAM}/visualizer.ico"
!define MUI_FINISHPAGE_RUN "${OWN}\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-I -m visualizer"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

LangString TITLE_HERE ${LANG_ENGLISH} "${TITLE_HERE_ENGLISH}"
LangString TITLE_HERE ${LANG_KOREAN} "${TITLE_HERE_KOREAN}"
LangString RECORDING ${LANG_ENGLISH} "${RECORDING_ENGLISH}"
LangString RECORDING ${LANG_KOREAN} "${RECORDING_KOREAN}"
LangString RUNNING ${LANG_ENGLISH} "${TITLE_HERE_ENGLISH} is running. Close it, then try again."
LangString RUNNING ${LANG_KOREAN} "${TITLE_HERE_KOREAN}가 실행 중입니다. 닫은 뒤 다시 시도하세요."

; A program that runs cannot be renamed: so nothing is half removed.
!macro REMOVE_OLD
  ${If} ${FileExists} "${OWN}\python.exe"
    ClearErrors
    Rename "${OWN}" "$INSTDIR\program.old"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\program.old"
!macroend

!macro TELL_SHELL
  ; SHCNE_ASSOCCHANGED: what opens a file has changed.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro REMOVE_OLD
  SetOutPath "${OWN}"
  File /r "${PROGRAM}/*"
  CreateShortCut "$SMPROGRAMS\${TITLE}.lnk" "${OWN}\pythonw.exe" "-I -m visualizer" "${OWN}\visualizer.ico"
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(RECORDING)"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "${OWN}\recording.ico"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"${OWN}\pythonw.exe" -I -m visualizer "%1"'
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "Content Type" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(TITLE_HERE)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "${OWN}\visualizer.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The visualizer authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro TELL_SHELL
SectionEnd

Section Uninstall
  !insertmacro REMOVE_OLD
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  ; Another program may have taken the files over since.
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" ""
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" "Content Type"
    DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_SHELL
SectionEnd
