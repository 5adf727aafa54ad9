/** The meaning of a column. `zipCity` is "8000 Aarhus C"; first and last name form the name. */
export type Column =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'customerNumber'
  | 'vatNumber'
  | 'street'
  | 'zipCode'
  | 'city'
  | 'zipCity'
  | 'countryCode'
  | 'email'
  | 'phone'
  | 'website'
  | 'notes'
  | 'kind';

/** Known headings in the form of `foldHeading`, surest first. */
const HEADINGS: Readonly<Record<Column, string>> = {
  name:
    'firmanavn virksomhedsnavn virksomhedensnavn kundenavn companyname customername businessname organizationname ' +
    'virksomhed selskab firma company navn name fuldenavn fullname ' +
    'displayname organisation organization debitornavn kunde kunder customer customers client debitor',
  firstName: 'fornavn fornavne firstname givenname',
  lastName: 'efternavn lastname surname familyname',
  customerNumber:
    'kundenummer kundenr customernumber customerno customernr kundenummeret debitornummer debitornr ' +
    'accountnumber kontonummer kontonr clientnumber clientno nummer number nr no kundeid customerid id',
  vatNumber:
    'cvrnummer cvrnr cvrno cvrnumber cvr cvrsenr cvrsenummer cvrse momsnummer momsnr vatnumber vatno vatnr ' +
    'vatid vat vatregistrationnumber vatregno euvatnumber eumomsnr senummer senr virksomhedsnummer ' +
    'organisationsnummer orgnr companynumber companyregistrationnumber businessid taxid taxnumber',
  street:
    'adresse address gadeadresse streetaddress gade street vej vejnavn vejoghusnummer vejoghusnr adresselinje ' +
    'addressline gadenavn postadresse besoegsadresse',
  zipCode: 'postnummer postnr zipcode postalcode postcode zip postkode postalzip zippostalcode',
  city: 'by bynavn city town postdistrikt citytown towncity bysted sted',
  zipCity:
    'postnrby postnrogby postnrbynavn postnummerby postnummerogby zipcity zipandcity zipcodecity zipcodeandcity ' +
    'postalcodecity postalcodeandcity postcodecity postcodeandcity postnrdistrikt',
  countryCode: 'landekode countrycode landkode land country countryregion landregion countryname isoland',
  email:
    'faktureringsmail faktureringsemail invoiceemail invoicemail fakturamail fakturaemail billingemail emailtilfaktura ' +
    'emailforinvoices email mail emailadresse emailaddress mailadresse epost kontaktmail kontaktemail contactemail',
  phone:
    'telefon telefonnummer telefonnr tlf tlfnr tlfnummer phone phonenumber phoneno telephone telephonenumber ' +
    'hovednummer hovedtelefon mobil mobilnummer mobilnr mobiltelefon mobile mobilephone mobilenumber cellphone cell',
  website:
    'webside website hjemmeside webadresse websted web homepage url internetadresse webpage websiteurl domaene domain',
  notes: 'noter note bemaerkninger bemaerkning kommentarer kommentar notes comments comment remarks remark',
  kind: 'kundetype customertype type isperson erperson privatperson erprivat privatellervirksomhed virksomhedellerprivat kind',
};

/** In the order of the user's choices. */
export const COLUMNS = Object.keys(HEADINGS) as readonly Column[];

/**
 * Prefixes as in "Kundens telefon" and "billing_city". Only those that leave the meaning: "Fakturanr." is no number
 * of a customer.
 */
const OWNERS = /^(?:kundens|kunde|customer|firma|company|virksomhedens|fakturerings|faktura|billing|invoice)/;
const OWNED = new Set<Column>(
  'name firstName lastName vatNumber street zipCode city zipCity countryCode email phone website'.split(
    ' ',
  ) as Column[],
);
const OWNED_RANK = 100;

/** A Map, since a heading may be `__proto__`. */
const known = new Map(
  COLUMNS.flatMap((column) =>
    HEADINGS[column].split(' ').map((key, rank) => [key, { column, rank }] as const),
  ),
);

/** Reduces a heading to letters a-z and digits: "Kunde-nr. *", "kundeNr" and "KUNDENR" become the same. */
export const foldHeading = (heading: string): string =>
  heading
    .slice(0, 200)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

/**
 * The meaning of a heading.
 * @returns undefined when unknown; a lower rank is surer
 */
export function headingOf(heading: string): { column: Column; rank: number } | undefined {
  // "Telefon (dagtid)" is a phone, but so is the whole of "CVR (nummer)" a CVR number.
  for (const text of [heading.replace(/[([{].*$/s, ''), heading]) {
    const key = foldHeading(text);
    // "Adresse 1" is the address; "Adresse 2" continues it.
    const found = known.get(key) ?? known.get(key.replace(/1$/, '')) ?? owned(key);
    if (found) return found;
  }
  return undefined;
}

function owned(key: string): { column: Column; rank: number } | undefined {
  const found = OWNERS.test(key) ? known.get(key.replace(OWNERS, '')) : undefined;
  return found && OWNED.has(found.column) ? { ...found, rank: found.rank + OWNED_RANK } : undefined;
}
