/** Declarations of wintrust.dll, under Microsoft's names: signatures in the file, and what was found about them. */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Wintrust {
  /** https://learn.microsoft.com/windows/win32/api/wintrust/nf-wintrust-winverifytrust */
  readonly WinVerifyTrust: Native<[window: Pointer, actionId: Buffer, data: Buffer], number>
  /** https://learn.microsoft.com/windows/win32/api/wintrust/nf-wintrust-wthelperprovdatafromstatedata */
  readonly WTHelperProvDataFromStateData: Native<[stateData: Pointer], Pointer | null>
  /** https://learn.microsoft.com/windows/win32/api/wintrust/nf-wintrust-wthelpergetprovsignerfromchain */
  readonly WTHelperGetProvSignerFromChain: Native<
    [providerData: Pointer, signer: number, isCounterSigner: number, counterSigner: number],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/wintrust/nf-wintrust-wthelpergetprovcertfromchain */
  readonly WTHelperGetProvCertFromChain: Native<
    [signer: Pointer, certificate: number],
    Pointer | null
  >
}

export const wintrust = systemLibrary<Wintrust>('wintrust.dll', (declare) => ({
  WinVerifyTrust: declare('WinVerifyTrust', 'int32', ['void *', 'void *', 'void *']),
  WTHelperProvDataFromStateData: declare('WTHelperProvDataFromStateData', 'void *', ['void *']),
  WTHelperGetProvSignerFromChain: declare('WTHelperGetProvSignerFromChain', 'void *', [
    'void *',
    'uint32',
    'int32',
    'uint32',
  ]),
  WTHelperGetProvCertFromChain: declare('WTHelperGetProvCertFromChain', 'void *', [
    'void *',
    'uint32',
  ]),
}))

/** `{00AAC56B-CD44-11D0-8CC2-00C04FC295EE}` in memory order. */
export const WINTRUST_ACTION_GENERIC_VERIFY_V2 = Buffer.from(
  '6bc5aa0044cdd0118cc200c04fc295ee',
  'hex',
)
