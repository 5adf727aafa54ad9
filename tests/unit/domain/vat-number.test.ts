import { describe, expect, it } from 'vitest';
import { isSameVatNumber, readVatNumber, vatNumberFor } from '../../../lib/domain/vat-number.ts';

describe('one number in any notation', () => {
  it.each<[string, string, ...[text: string, country?: string][]]>([
    [
      'DK',
      '25313763',
      ['25313763'],
      ['DK25313763'],
      ['dk 25 31 37 63', 'SE'],
      ['CVR-nr. 25 31 37 63'],
      ['cvr: DK-25313763'],
      ['CVR/SE-nr. 25313763'],
      ['SE-nr. 25313763', 'DK'],
      ['SE 25313763'],
      ['VAT no. DK25313763'],
      ['Moms nr. 25.31.37.63'],
      ['Momsregistreringsnr.: DK 25313763', 'SE'],
      ['25313763 (CVR)'],
      ['CVRDK25313763'],
      ['DK CVR 25313763', 'DE'],
      ['CVR 25313763', 'DE'],
      ['Reg.nr. 25 31 37 63'],
      ['２５３１３７６３'],
      ['25\u{200b}31\u{ad}37\u{a0}63'],
      ['25–31–37–63'],
    ],
    [
      'DE',
      '811569869',
      ['DE811569869'],
      ['811569869', 'DE'],
      ['USt-IdNr. DE811569869', 'DE'],
      ['USt-IdNr.: 811 569 869', 'DE'],
      ['VAT no. 811569869', 'DE'],
      ['VATDE811569869'],
    ],
    [
      'AT',
      'U12345675',
      ['ATU12345675'],
      ['UID: ATU12345675', 'AT'],
      ['U 1234 5675', 'AT'],
      ['12345675', 'AT'],
    ],
    [
      'NO',
      '974760673',
      ['NO 974 760 673 MVA'],
      ['974760673', 'NO'],
      ['974 760 673 MVA', 'NO'],
      ['Orgnr. 974760673', 'NO'],
      ['VAT NO 974760673 MVA'],
      ['VAT no. 974760673', 'NO'],
    ],
    [
      'CH',
      '116281710',
      ['CHE-116.281.710 MWST'],
      ['CHE116281710', 'CH'],
      ['UID CHE-116.281.710', 'CH'],
      ['CHE-116.281.710 HR/MWST'],
      ['CHE 116 281 710 TVA'],
    ],
    [
      'SE',
      '556703748501',
      ['SE556703748501'],
      ['556703-7485', 'SE'],
      ['Org.nr. 556703-7485', 'SE'],
      ['556703-7485 01', 'SE'],
      ['SE 556703748501 moms'],
    ],
    ['GR', '094019245', ['EL094019245'], ['GR094019245', 'GR'], ['094019245', 'GR'], ['ΑΦΜ EL 094019245']],
    ['XI', '980780684', ['XI980780684', 'GB'], ['XI 980 7806 84', 'IE']],
    ['GB', '980780684', ['GB980780684'], ['GB 980 7806 84', 'GB'], ['VAT Reg. No. 980 7806 84', 'GB']],
    ['BE', '0403170701', ['BE 0403.170.701'], ['403.170.701', 'BE'], ['BTW BE 0403 170 701']],
    ['NL', '004495445B01', ['NL0044.95.445.B01'], ['BTW-nr. NL004495445B01', 'NL']],
    ['FR', 'K7399859412', ['FR K7 399 859 412'], ['N° TVA FRK7399859412']],
    ['IT', '00743110157', ['IT00743110157'], ['P.IVA 00743110157', 'IT'], ['Partita IVA IT 00743110157']],
    ['PL', '5260001246', ['NIP: PL 526-000-12-46'], ['5260001246', 'PL']],
    ['US', '123456789', ['12-3456789', 'US'], ['US 123456789', 'US'], ['Tax ID 12-3456789', 'US']],
  ])('%s %s', (country, number, ...texts) => {
    for (const [text, of] of texts)
      expect(readVatNumber(text, of), `${text} (${of})`).toMatchObject({ country, number });
  });
});

describe('texts without a number', () => {
  it.each([undefined, '', '  ', '-', 'n/a', 'N/A', 'null', 'undefined', 'ukendt', 'ingen'])(
    '%j says that there is none',
    (text) => expect(readVatNumber(text, 'DK')).toBeUndefined(),
  );

  it.each([
    ['2531376', 'DK'],
    ['25313763 / 29403473', 'DK'],
    ['811569869', 'DK'],
    ['25313763', 'DE'],
    ['DE 12 345 67', 'DE'],
    ['10150817', 'SE'],
    ['spørg Jens', 'DK'],
    ['94840192450', 'GR'],
  ])('%j of %j cannot be read, and is not sent', (text, country) => {
    expect(readVatNumber(text, country)?.country).toBe('');
    expect(vatNumberFor(text, country)).toBeUndefined();
  });
});

describe('comparing two readings', () => {
  const read = (text: string, country?: string) => {
    const vat = readVatNumber(text, country);
    if (!vat) throw new Error(text);
    return vat;
  };

  it.each([
    ['the same country and digits', read('DK25313763'), read('25313763', 'DK'), true],
    ['the same digits, a country not known', read('811569869', 'DK'), read('DE811569869'), true],
    ['the same digits of two countries', read('FI25313763'), read('25313763'), false],
    ['other digits', read('25313763'), read('29403473'), false],
  ])('%s', (_, a, b, same) => {
    expect(isSameVatNumber(a, b)).toBe(same);
    expect(isSameVatNumber(b, a)).toBe(same);
  });
});

describe('the notation that is sent', () => {
  it.each([
    ['25313763', 'DK', '25313763'],
    ['dk-25313763', 'SE', 'DK25313763'],
    ['25.31.37.63', undefined, '25313763'],
    ['CVR-nr.: DK 25 31 37 63', 'DK', '25313763'],
    ['SE-nr. 10150817', 'DK', '10150817'],
    ['DK CVR 25313763', 'SE', 'DK25313763'],
    ['NO987654321MVA', undefined, 'NO987654321MVA'],
    ['CHE-123.456.789', 'DK', 'CHE-123.456.789'],
    ['UID CHE-123.456.789', 'CH', 'CHE-123.456.789'],
    ['556036-0793 01', 'SE', 'SE556036079301'],
    ['556036-0793', 'SE', 'SE556036079301'],
    ['SE556036079301', 'DK', 'SE556036079301'],
    ['U12345678', 'AT', 'ATU12345678'],
    ['UID: ATU12345675', 'AT', 'ATU12345675'],
    ['USt-IdNr. DE811569869', 'DE', 'DE811569869'],
    ['094259216', 'GR', 'EL094259216'],
    ['GR094019245', 'GR', 'EL094019245'],
    ['XI980780684', 'GB', 'XI980780684'],
    ['NO 974 760 673 MVA', 'NO', 'NO 974 760 673 MVA'],
    ['ukendt', 'DK', undefined],
    ['  ', 'DK', undefined],
    [undefined, 'DK', undefined],
  ])('%j of %j becomes %j', (written, country, sent) => {
    expect(vatNumberFor(written, country)).toBe(sent);
  });

  it.each([
    ['25313763', 'DK', 'SE', 'DK25313763'],
    ['25313763', 'DK', 'NO', 'DK25313763'],
    ['556036079301', 'SE', 'DK', 'SE556036079301'],
    ['094259216', 'GR', 'DK', 'EL094259216'],
    ['DK 25313763', 'SE', 'DK', '25313763'],
    ['987654321', 'NO', 'SE', 'NO987654321'],
    ['987 654 321 MVA', 'NO', 'DK', 'NO987654321'],
  ])('%j of %j in a record of %j becomes %j', (written, from, to, sent) => {
    expect(vatNumberFor(written, to, from)).toBe(sent);
  });
});
