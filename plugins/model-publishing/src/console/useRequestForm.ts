import { useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { parseBody } from './parseBody';
import { exampleText, Preset, PresetId, presetsOf } from './Preset';
import { TestRequest } from './TestAnswer';

/** What is to be sent, as it stands in the form. Texts of several presets are kept, so that looking at another loses nothing. */
export function useRequestForm(publication: KnownPublication) {
  const presets = presetsOf(publication);
  const [presetId, setPresetId] = useState<PresetId>(presets[0].id);
  const [texts, setTexts] = useState<Partial<Record<PresetId, string>>>({});
  const tenants = askingTenants(publication);
  const [keyTenant, setKeyTenant] = useState(tenants[0]);
  const preset = presets.find(({ id }) => id === presetId) ?? presets[0];
  const text = texts[preset.id] ?? exampleText(preset);
  const setText = (id: PresetId, value: string) =>
    setTexts(others => ({ ...others, [id]: value }));
  return {
    presets,
    preset,
    text,
    tenants,
    keyTenant,
    choose: setPresetId,
    chooseTenant: setKeyTenant,
    edit: (value: string) => setText(preset.id, value),
    reset: () => setText(preset.id, exampleText(preset)),
    /** Takes over what was sent before. */
    fill: (request: TestRequest) => {
      setPresetId(request.preset);
      setText(request.preset, request.text);
      setKeyTenant(request.keyTenant);
    },
    ...requestOf(preset, text, keyTenant),
  };
}
export type RequestForm = ReturnType<typeof useRequestForm>;

/** Tenants of which one must be chosen; a publisher asks as the publishing tenant. */
function askingTenants({
  access,
  authentication,
}: Pick<KnownPublication, 'access' | 'authentication'>): string[] {
  const { requireApiKey, allowedTenants } = authentication;
  return access === 'consumer' && requireApiKey && allowedTenants.length > 1
    ? allowedTenants
    : [];
}

function requestOf(
  preset: Preset,
  text: string,
  keyTenant: string | undefined,
): {
  request?: TestRequest;
  problem?: Exclude<ReturnType<typeof parseBody>, { body: object }>;
} {
  const request = { preset: preset.id, endpoint: preset.endpoint, keyTenant };
  if (preset.example === undefined) {
    return { request: { ...request, text: '', body: undefined } };
  }
  const parsed = parseBody(text);
  return parsed.problem === undefined
    ? { request: { ...request, text, body: parsed.body } }
    : { problem: parsed };
}
