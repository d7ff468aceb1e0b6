; What electron-builder's script for portable programs lacks; compiled before it.
; https://nsis.sourceforge.io/Docs/Chapter4.html

Caption "Process Inspector for iTunes"
; NSIS's own window is seen only where the files could not be written.
SubCaption 4 ": not started"

; SWP_NOSIZE, SWP_NOZORDER, SWP_NOACTIVATE
!define ONLY_MOVE 0x15

; It would lie in front of the picture that is shown meanwhile: until it can be hidden, it stands beside the screen.
Function moveOwnWindowAway
  System::Call "*(i, i, i, i) p .r0"
  System::Call "user32::GetWindowRect(p $HWNDPARENT, p r0)"
  System::Call "*$0(i .r1, i .r2)"
  System::Free $0
  System::Call "user32::SetWindowPos(p $HWNDPARENT, p 0, i -32000, i -32000, i 0, i 0, i ${ONLY_MOVE})"
FunctionEnd
Page instfiles moveOwnWindowAway

Section
  ; With /S no window calls for this folder: the script would then empty and fill `\app` of whatever drive it is on.
  InitPluginsDir
  IfSilent asked

  ; Hidden before it is shown, it would be shown all the same.
shown:
  System::Call "user32::IsWindowVisible(p $HWNDPARENT) i .r0"
  IntCmp $0 1 hide
  Sleep 10
  Goto shown
hide:
  HideWindow
  ; NSIS shows it again where the files could not be written, and there must be something to close.
  System::Call "user32::SetWindowPos(p $HWNDPARENT, p 0, i r1, i r2, i 0, i 0, i ${ONLY_MOVE})"

asked:
  ; Of the section that writes the files, in kB; there is room for it, or nobody knows.
  SectionGetSize 1 $0
  IntOp $0 $0 / 1024
  IntOp $0 $0 + 1
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$PLUGINSDIR", *l .r1, p 0, p 0) i .r2'
  IntCmp $2 0 enough
  System::Int64Op $1 / 1048576
  Pop $1
  IntCmp $1 $0 enough 0 enough
  MessageBox MB_OK|MB_ICONSTOP "There is not enough room to start: $0 MB are needed, and $1 MB are free.$\r$\n$\r$\nTemporary files are written to $TEMP. Free some room on that drive, then start again." /SD IDOK
  Quit
enough:
SectionEnd

Function .onGUIEnd
  ; Nobody can delete the folder that it stands in.
  SetOutPath $TEMP
  ; The files were never begun: a script that waits for a report must not take this for success.
  StrCmp $INSTDIR "" 0 +2
  SetErrorLevel 2
FunctionEnd
