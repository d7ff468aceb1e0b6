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

; Read and execute, inherited by whatever is written into the folder from now on.
!define READ_AND_EXECUTE 0x1200A9
!define GRANT_ACCESS 1
!define INHERITED_BY_ALL 3
!define SE_FILE_OBJECT 1
!define DACL_SECURITY_INFORMATION 4
; Where TRUSTEE lies in EXPLICIT_ACCESS: after three numbers, as a structure that begins with a pointer.
!define /math TRUSTEE_AT 8 + ${NSIS_PTR_SIZE}

; Lets the group whose identifier is on the stack read the folder of this start. Chromium's processes that draw begin in
; such a group, and end where entries on the profile keep it out: https://github.com/electron/electron/issues/51761
; A list of rights is written only when the one before was read and added to; else everything stays as it was.
Function letRead
  Pop $0
  StrCpy $3 0
  StrCpy $4 0
  StrCpy $5 0
  System::Alloc 64
  Pop $1
  System::Call 'advapi32::ConvertStringSidToSidW(w r0, *p 0 r3) i .r6'
  StrCmp $6 1 0 done
  System::Call 'advapi32::GetNamedSecurityInfoW(w "$PLUGINSDIR", i ${SE_FILE_OBJECT}, i ${DACL_SECURITY_INFORMATION}, p 0, p 0, *p 0 r2, p 0, *p 0 r4) i .r6'
  StrCmp $6 0 0 done
  ; No list at all, as on FAT: everybody may.
  StrCmp $2 0 done
  System::Call '*$1(i ${READ_AND_EXECUTE}, i ${GRANT_ACCESS}, i ${INHERITED_BY_ALL})'
  System::Int64Op $1 + ${TRUSTEE_AT}
  Pop $7
  System::Call 'advapi32::BuildTrusteeWithSidW(p r7, p r3)'
  System::Call 'advapi32::SetEntriesInAclW(i 1, p r1, p r2, *p 0 r5) i .r6'
  StrCmp $6 0 0 done
  System::Call 'advapi32::SetNamedSecurityInfoW(w "$PLUGINSDIR", i ${SE_FILE_OBJECT}, i ${DACL_SECURITY_INFORMATION}, p 0, p 0, p r5, p 0) i .r6'
done:
  System::Call 'kernel32::LocalFree(p r3)'
  System::Call 'kernel32::LocalFree(p r4)'
  System::Call 'kernel32::LocalFree(p r5)'
  System::Free $1
FunctionEnd

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
  ; Before the files are there, which inherit it: of one folder it is a matter of no time.
  Push "S-1-15-2-1" ; ALL APPLICATION PACKAGES
  Call letRead
  Push "S-1-15-2-2" ; ALL RESTRICTED APPLICATION PACKAGES
  Call letRead
SectionEnd

Function .onGUIEnd
  ; Nobody can delete the folder that it stands in.
  SetOutPath $TEMP
  ; The files were never begun: a script that waits for a report must not take this for success.
  StrCmp $INSTDIR "" 0 +2
  SetErrorLevel 2
FunctionEnd
