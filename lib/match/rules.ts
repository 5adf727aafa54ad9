/**
 * What the matcher knows about Danish customer names. Lists only: words can be added or removed without touching any
 * other file. Case never matters, and æ/ø/å may be written either way. A line holds all spellings of one thing.
 *
 * På dansk: Her står de ord, som sammenligningen af kundenavne kender. Et nyt ord skrives i anførselstegn med komma
 * efter ('ord',) eller føjes til en linje med mellemrum imellem; så virker det uden andre ændringer.
 */

/** Legal forms. A line begins with the form, followed by ways to write it. Dots and spaces inside do not matter. */
export const LEGAL_FORMS: readonly (readonly string[])[] = [
  ['aps', 'ap s', 'a p s', 'anpartsselskab'],
  ['a/s', 'as', 'aktieselskab'],
  ['i/s', 'is', 'interessentskab'],
  ['k/s', 'ks', 'kommanditselskab'],
  ['p/s', 'ps', 'partnerselskab', 'kommanditaktieselskab'],
  ['ivs', 'iværksætterselskab'],
  ['amba', 'andelsselskab'],
  ['fmba'],
  ['smba'],
  ['s/i', 'si', 'selvejende institution'],
  ['g/s', 'gensidigt selskab'],
  ['e/f', 'ejerforening'],
  ['a/b', 'andelsboligforening'],
  ['emv', 'enkeltmandsvirksomhed', 'enkeltmandsfirma', 'personligt ejet'],
  ['ltd', 'limited', 'pte ltd', 'pty ltd', 'co ltd'],
  ['llc'],
  ['llp'],
  ['plc'],
  ['inc', 'incorporated', 'corp', 'corporation'],
  ['gmbh', 'gmbh & co kg'],
  ['ag'],
  ['ab', 'aktiebolag', 'publ ab'],
  ['asa'],
  ['oy', 'oyj', 'abp'],
  ['bv', 'b.v.'],
  ['nv', 'n.v.'],
  ['sa', 's.a.', 'sas', 'sarl'],
  ['spa', 's.p.a.', 'srl', 's.r.l.'],
  ['sp z oo'],
  ['se'],
];

/** Associations of flat owners: "A/B Rosenvej" is not "E/F Rosenvej". */
export const HOUSE_FORMS: readonly string[] = ['e/f', 'a/b'];

/** Forms that are also ordinary words or abbreviations: only recognised at the end of a name. */
export const FORMS_ONLY_LAST: readonly string[] = [
  'as',
  'is',
  'ks',
  'ps',
  'se',
  'si',
  'sa',
  'ag',
  'ab',
  'spa',
  'inc',
  'nv',
  'bv',
  'sas',
  'corp',
  'emv',
];

/** Countries and regions, often left out or translated. The first word of a line represents all of it. */
export const COUNTRY_WORDS: readonly (readonly string[])[] = [
  ['danmark', 'denmark', 'dänemark', 'dk', 'danske', 'danish', 'dansk'],
  ['norden', 'nordic', 'nordics', 'nordisk'],
  ['skandinavien', 'scandinavia', 'scandinavian', 'skandinavisk'],
  ['europa', 'europe'],
  ['sverige', 'sweden'],
  ['norge', 'norway'],
  ['tyskland', 'germany'],
  ['finland'],
  ['island', 'iceland'],
  ['holland', 'nederlandene', 'netherlands'],
  ['belgien', 'belgium'],
  ['england', 'storbritannien', 'uk'],
  ['irland', 'ireland'],
  ['frankrig', 'france'],
  ['schweiz', 'switzerland'],
  ['østrig', 'austria'],
  ['polen', 'poland'],
  ['spanien', 'spain'],
  ['italien', 'italy'],
  ['luxembourg'],
  ['usa'],
  ['grønland', 'greenland'],
  ['færøerne', 'færø', 'faroe'],
];

/**
 * Country words that are often a real part of the name ("Dansk Sprogservice"): translated, but costly when missing.
 */
export const COUNTRY_ADJECTIVES: readonly string[] = [
  'dansk',
  'danske',
  'danish',
  'nordisk',
  'scandinavian',
  'skandinavisk',
];

/** Words for a group of companies. */
export const GROUP_WORDS: readonly (readonly string[])[] = [
  ['gruppen', 'group', 'gruppe', 'grp', 'koncernen', 'koncern'],
  ['international', 'internationalt', 'int', 'intl'],
  ['global'],
];

/** Words that make it a sister company: "X Holding ApS" is not "X ApS". */
export const SIBLING_WORDS: readonly (readonly string[])[] = [
  ['holding', 'holdings', 'holdingselskab', 'holdingselskabet'],
  ['ejendomme', 'ejendom', 'ejendomsselskab', 'ejendomsselskabet', 'properties', 'property', 'ejd'],
  ['invest', 'investment', 'investments', 'investering'],
  ['udlejning', 'rental', 'rentals'],
  ['administration'],
  ['finans', 'finance'],
  ['kapital', 'capital'],
  ['fonden', 'fond', 'foundation'],
  ['trading'],
  ['import'],
  ['eksport', 'export'],
  ['solutions', 'løsninger'],
  ['partners', 'partner', 'partnere'],
  ['service', 'services'],
  ['sønner', 'søn', 'sons', 'son'],
  ['døtre', 'datter', 'daughters', 'daughter'],
  ['efterfølger', 'eftf', 'efterf'],
  ['komplementarselskabet', 'komplementarselskab', 'komplementar'],
  ['produktion', 'production'],
  ['filial', 'branch'],
];

/** Words of trades, shared by many companies: they tell less than their frequency in a short list suggests. */
export const GENERIC_WORDS: readonly string[] = [
  'advokat advokatfirma advokaterne revision revisor regnskab bogholderi rådgivning consulting consult konsulent',
  'tømrer tømrerfirma snedker murer murermester maler malerfirma malermester vvs el elektriker elinstallatør smed smede',
  'entreprenør byg byggefirma byggeri anlæg kloak gulv gulve vinduer døre tag isolering stål metal maskinfabrik',
  'auto biler cykler autoværksted bilpleje transport vognmand vognmandsforretning spedition logistik',
  'frisør salon klinik tandlæge tandlægerne læge lægerne apotek fysioterapi massage fitness',
  'café cafe restaurant kro hotel bageri bager slagter catering pizza pizzeria sushi grill bar vin',
  'butik handel shop webshop import export engros salg marked center møbler tøj smykker blomster',
  'it data software system systems web net tech technology technologies teknik teknologi digital media design reklame marketing',
  'energi energy klima vind food foods fødevarer agro landbrug gård planteskole have skov',
  'jysk jyske jydsk fynsk sjællandsk nordjysk vestjysk midtjysk østjysk sønderjysk københavnsk bornholmsk nord syd øst vest by lokal',
  'firma firmaet selskab selskabet huset hus forening foreningen klub skole skolen institut byens',
  'rengøring sikkerhed rekruttering undervisning forlag tryk emballage plast industri industries production produktion management',
  'fisk fiskeri kød frugt grønt brød kaffe te øl mad smag sko ure guld sølv bog bøger avis foto film musik kunst galleri',
  'sport golf ridning heste hunde dyr dyrlæge bil både båd skibe cykel motor dæk lys lyd glas træ sten beton jord vand',
  'luft varme køl køle gas olie papir læder uld garn stof tekstil tøjrens vask vagt nøgler låse alarm porte hegn trapper',
  'køkken køkkener bad sauna pool park planter frø korn foder svin kvæg mælk ost chokolade kager tandplejer optik briller',
  'høre fodpleje psykolog terapi coach kursus kurser børn legetøj hud hår negle skønhed rejser rejse turist camping ferie',
  'bolig boliger lejlighed sommerhus ejendomsmægler arkitekt arkitekter ingeniør ingeniører landinspektør tegnestue bank',
  'forsikring pension investering lager flytning taxa bus fly værft smedje værksted entreprise nedrivning container',
  'genbrug affald skrot skorsten kran maskiner redskaber værktøj pumper ventilation automatik elektronik robot montage',
  'service udstyr hygiejne kontor møbel senge lamper gardiner tæpper interiør gaver bånd print skilte grafik hosting app',
  'apps spil event bureau presse radio tv kultur teater kirke sogn kommune region',
  'svensk norsk finsk islandsk tysk engelsk fransk hollandsk italiensk spansk polsk grønlandsk færøsk',
];

/** More words that anybody may use. A name of nothing else is never certain. */
export const EVERYDAY_WORDS: readonly string[] = [
  'kunde kunder kundekonto debitor debitorer kreditor kreditorer leverandør leverandører medarbejder medarbejdere',
  'kontant kontantkunde kontantsalg kassesalg engangskunde privat privatkunde erhverv erhvervskunde forbruger',
  'diverse div ukendt andre andet øvrige intern interne internt test testkunde demo navn customer cash misc unknown',
  'faktura fakturaer ordre gave gavekort tekst kommunikation bryg fri ny nye stor store lille gammel gamle tagdækning',
  'vester øster nørre sønder nordre søndre vestre østre over neder mandag tirsdag onsdag torsdag fredag lørdag søndag',
  'ingen na xxx nn web online kiosk kirke kirken kommune kommunen vandværk varmeværk vuggestue museum bibliotek',
  'elev elever personale lejer lejere beboer beboere konto sponsor anonym mobilepay dankort plejehjem fodbold',
  'gæst gæster festival slagteri vinimport trykkeri gartneri tand medlem medlemmer butikken maskin',
];

/** Last parts of compounds that anybody may use: "Musikskole", "Bryghus". */
export const EVERYDAY_HEADS: readonly string[] = [
  'skole',
  'hus',
  'forening',
  'klinik',
  'klub',
  'værksted',
  'service',
  'butik',
  'handel',
  'firma',
  'center',
  'salon',
  'bureau',
  'forretning',
  'kontor',
  'selskab',
  'salg',
  'have',
  'kunde',
];

/** Last parts of streets and places: "Mosevej", "Vesterbro". */
export const PLACE_ENDINGS: readonly string[] = (
  'vej vejen gade gaden alle allé stræde stien torv plads park parken vænget bakke bakken bro by borg havn gård gården ' +
  'lund skov mark marken dal rup strup sted strand vang eng engen høj holm mose mosen kær gaard bo ly'
).split(' ');

/** Numbers in words. */
export const NUMBERS_IN_WORDS: readonly (readonly [number, string])[] = [
  [1, 'en et one første'],
  [2, 'to two anden'],
  [3, 'tre three tredje'],
  [4, 'fire four fjerde'],
  [5, 'fem five femte'],
  [6, 'seks six sjette'],
  [7, 'syv seven syvende'],
  [8, 'otte eight ottende'],
  [9, 'ni nine niende'],
  [10, 'ti ten tiende'],
  [11, 'elleve ellevte eleven'],
  [12, 'tolv tolvte twelve'],
  [13, 'tretten trettende thirteen'],
  [14, 'fjorten fjortende fourteen'],
  [15, 'femten femtende fifteen'],
  [16, 'seksten sekstende sixteen'],
  [17, 'sytten syttende seventeen'],
  [18, 'atten attende eighteen'],
  [19, 'nitten nittende nineteen'],
  [20, 'tyve tyvende twenty'],
  [30, 'tredive tredivte thirty'],
  [40, 'fyrre fyrretyvende forty'],
  [50, 'halvtreds halvtredsindstyvende fifty'],
  [60, 'tres tresindstyvende sixty'],
  [70, 'halvfjerds halvfjerdsindstyvende seventy'],
  [80, 'firs firsindstyvende eighty'],
  [90, 'halvfems halvfemsindstyvende ninety'],
  [100, 'hundrede hundred'],
];

/** Titles before a name. */
export const TITLES: readonly string[] = [
  'hr',
  'fru',
  'frk',
  'familien',
  'enkefru',
  'søstrene',
  'brødrene',
  'junior',
  'senior',
];

/** Towns, islands and regions: they tell the companies of a family apart. */
export const PLACES: readonly string[] = [
  'København Copenhagen Frederiksberg Aarhus Odense Aalborg Esbjerg Randers Kolding Horsens Vejle Roskilde Herning Hørsholm Silkeborg Næstved Fredericia',
  'Viborg Køge Holstebro Taastrup Slagelse Hillerød Sønderborg Svendborg Hjørring Holbæk Frederikshavn Nørresundby Ringsted Haderslev Skive Ølstykke Stenløse',
  'Nykøbing Greve Kalundborg Ballerup Rødovre Lyngby Birkerød Hvidovre Ikast Middelfart Nyborg Grenaa Korsør Varde Aabenraa Thisted Frederikssund Frederiksværk',
  'Rønne Bornholm Brønderslev Hedensted Dragør Nakskov Solrød Vordingborg Allerød Farum Lillerød Odder Skanderborg Hadsten Hobro Struer Lemvig Ringkøbing Skjern',
  'Billund Grindsted Brande Vejen Ribe Tønder Løgumkloster Nordborg Faaborg Assens Bogense Kerteminde Rudkøbing Langeland Ærø Samsø Læsø Maribo Sakskøbing Rødby',
  'Stege Møn Præstø Haslev Faxe Sorø Dianalund Jyderup Asnæs Helsinge Helsingør Fredensborg Humlebæk Hundested Jægerspris Ishøj Albertslund Glostrup Brøndby',
  'Gladsaxe Herlev Gentofte Hellerup Kastrup Tårnby Amager Valby Vanløse Nørrebro Vesterbro Østerbro Bjerringbro Hammel Ry Ebeltoft Hornslet Støvring Aars',
  'Løgstør Nibe Hirtshals Skagen Sæby Bramming Ølgod Give Tørring Jelling Børkop Gram Rødekro Padborg Kruså Gråsten Vojens Smørum Smørumnedre Jyllinge Jylland',
  'Fyn Sjælland Lolland Falster Nordjylland Midtjylland Sønderjylland Vestjylland Østjylland Nordsjælland Sydsjælland Vestsjælland Himmerland Vendsyssel Thy Mors',
  'Salling Djursland Trekantområdet Storkøbenhavn Sydfyn Vestegnen Malmø',
];

/** Quarters, written after a town. */
export const TOWN_QUARTERS: readonly string[] = ['c', 'k', 'v', 'n', 's', 'ø', 'nv', 'sv', 'nø', 'sø'];

/** Small words without meaning. */
export const SMALL_WORDS: readonly string[] = [
  'af',
  'den',
  'det',
  'de',
  'der',
  'the',
  'of',
  'for',
  'i',
  'på',
  'til',
  'med',
  'en',
  'et',
  'in',
  'by',
  'co',
  'company',
  'com',
  'io',
  'fra',
  'ved',
  'hr',
  'fru',
  'frk',
  'familien',
];

/** Conjunctions, which are dropped. */
export const CONNECTORS: readonly string[] = ['og', 'and', 'und', 'och', 'samt'];

/** Remarks that bookkeepers put in a name, in parentheses or at the end. */
export const REMARKS: readonly string[] = [
  'ny',
  'nyt',
  'ny kunde',
  'gl',
  'gammel',
  'gamle',
  'gl kunde',
  'ophørt',
  'lukket',
  'opløst',
  'konkurs',
  'under konkurs',
  'under tvangsopløsning',
  'tvangsopløst',
  'i likvidation',
  'under likvidation',
  'inaktiv',
  'aktiv',
  'passiv',
  'spærret',
  'slettet',
  'slet',
  'brug ikke',
  'bruges ikke',
  'må ikke bruges',
  'dublet',
  'kopi',
  'test',
  'kontant',
  'kontantkunde',
  'privat',
  'erhverv',
  'fusioneret',
  'solgt',
  'flyttet',
  'tidligere kunde',
  'closed',
  'old',
  'new',
  'inactive',
  'do not use',
  'duplicate',
  'copy',
  'kunde',
  'debitor',
  'slettes',
  'udgået',
  'kun kontant',
  'faktura',
  'betaler ikke',
  'dårlig betaler',
  'rykker',
  'inkasso',
  'obs',
];

/** Remarks that tell two customers with one name apart. */
export const KINDS_OF_CUSTOMER: readonly string[] = ['privat', 'erhverv'];

/** Remarks that may also come before a name: "BRUG IKKE Hansen Transport". No words that names begin with. */
export const REMARKS_IN_FRONT: readonly string[] = [
  'brug ikke',
  'bruges ikke',
  'må ikke bruges',
  'ny kunde',
  'gl kunde',
  'gammel kunde',
  'tidligere kunde',
  'obs',
  'udgået',
  'ophørt',
  'lukket',
  'konkurs',
  'spærret',
  'slettet',
  'slettes',
  'dublet',
  'inaktiv',
  'do not use',
  'zz',
  'zzz',
  'xx',
  'xxx',
];

/** Words before a customer number, also at the beginning: "Kundenr. 1234 Hansen Transport". */
export const CUSTOMER_NUMBER_WORDS: readonly string[] = [
  'kundenr',
  'kunde nr',
  'kundenummer',
  'kunde',
  'debitornr',
  'debitor nr',
  'debitor',
  'kd nr',
];

/** Words before a number that is not part of the name: "Hansen Transport, kundenr. 1234". */
export const NUMBER_WORDS: readonly string[] = [...CUSTOMER_NUMBER_WORDS, 'nr', 'no', 'id', 'se'];

/** Words that introduce a person or department to write to. */
export const ATTENTION_WORDS: readonly string[] = ['att', 'attn', 'attention', 'obs', 'bemærk', 'c/o'];

/** The same before a colon or number only: "Jysk Mobil Service" is a name. */
export const LABELS: readonly string[] = [
  'nb',
  'husk',
  'tlf',
  'telefon',
  'mobil',
  'cvr',
  'ean',
  'vat',
  'moms',
];

/** Words that introduce a department: "- afd. Odense". */
export const DEPARTMENT_WORDS: readonly string[] = [
  'afd',
  'afdeling',
  'afdelingen',
  'department',
  'dept.',
  'lokation',
];

/** Words that introduce the owner: "Tømrer v/ Peter Hansen". */
export const OWNER_WORDS: readonly string[] = ['v/', 'v.', 'ved', 'v'];

/** Phrases that introduce the parent company: "X Danmark, filial af X Ltd, England". */
export const BRANCH_PHRASES: readonly string[] = [
  'dansk filial af',
  'filial af',
  'danish branch of',
  'danish branch filial af',
  'danish branch',
  'branch of',
  'filial',
];

/** Stands for such a phrase at the beginning of a name: "Dansk filial af X Ltd". */
export const BRANCH_WORD = 'filial';

/** Top-level domains. "Kr.Juul" is a name without a space. */
export const WEB_ENDINGS: readonly string[] = (
  'dk com net org eu nu info biz name io co me app dev ai shop store online site cloud tech digital agency company group ' +
  'no se fi is de nl be fr at ch it es pt pl cz uk us ca au gl fo ie lu li ee lv lt'
).split(' ');

/** Abbreviations that are not the beginning of their word, or too short to tell. */
export const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['kbh', 'københavn'],
  ['cph', 'copenhagen'],
  ['gml', 'gammel'],
  ['sdr', 'sønder'],
  ['ndr', 'nørre'],
  ['skt', 'sankt'],
  ['vognmd', 'vognmand'],
  ['mfg', 'manufacturing'],
  ['mgmt', 'management'],
  ['tekn', 'teknik'],
  ['chr', 'christian'],
  ['fa', 'firma'],
  ['ass', 'associates'],
  ['copenhagen', 'københavn'],
];

/** Free e-mail providers: sharing one says nothing. */
export const FREE_EMAIL_DOMAINS: readonly string[] = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.dk',
  'outlook.com',
  'outlook.dk',
  'live.dk',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'yahoo.com',
  'yahoo.dk',
  'mail.dk',
  'mail.com',
  'jubii.dk',
  'ofir.dk',
  'tdcadsl.dk',
  'tdcspace.dk',
  'get2net.dk',
  'post.tele.dk',
  'post3.tele.dk',
  'stofanet.dk',
  'youmail.dk',
  'privat.dk',
  'email.dk',
  'webspeed.dk',
  'mail.tele.dk',
  'proton.me',
  'protonmail.com',
  'firmapost.dk',
  'erhverv.dk',
  'e-boks.dk',
  'fibermail.dk',
  'profibermail.dk',
  'vip.cybercity.dk',
  'gmx.de',
  'gmx.net',
  'web.de',
  'aol.com',
  'pc.dk',
  'sol.dk',
  'one.com',
  'nal-net.dk',
  'bbsyd.dk',
];

/** Letters broken by a wrong encoding, and the original ones. */
export const BROKEN_LETTERS: readonly (readonly [string, string])[] = [
  ['ãƒâ', 'ã'],
  ['ã¦', 'æ'],
  ['ã¸', 'ø'],
  ['ã¥', 'å'],
  ['ã†', 'æ'],
  ['ã˜', 'ø'],
  ['ã…', 'å'],
  ['ã©', 'é'],
  ['ã¼', 'ü'],
  ['ã¶', 'ö'],
  ['ã¤', 'ä'],
  ['â€™', "'"],
  ['â€“', '-'],
  ['&amp;', '&'],
  ['&aelig;', 'æ'],
  ['&oslash;', 'ø'],
  ['&aring;', 'å'],
];

/**
 * Common first names. Two names of these lists that differ by a letter are rarely a typo: Pedersen is not Petersen.
 */
export const FIRST_NAMES: readonly string[] = [
  'Peter Lars Thomas Søren Martin Morten Anders Niels Per Jens Michael Henrik Jan Hans Jørgen Ole Christian Kristian Rasmus Mads Jesper Kim Erik Bent',
  'Finn Poul Svend Kurt Leif Bjarne Claus Klaus Carsten Karsten Torben Steen Sten Flemming Frank Brian Allan Johnny Tommy Kenneth Dennis Mikael Mikkel',
  'Jakob Jacob Simon Kasper Casper Nikolaj Nicolai Frederik Emil Oliver Lucas Lukas Noah William Oscar Oskar Victor Viktor Magnus Malthe Alfred Carl Karl',
  'August Anton Johan Johannes Elias Tobias Sebastian Alexander Benjamin Daniel David Philip Gustav Valdemar Ulrik Esben Troels Asger Ebbe Åge Aage Jørn',
  'Anne Anna Mette Kirsten Hanne Lene Helle Susanne Maria Marie Inge Lone Bente Pia Tina Gitte Camilla Karen Karin Jette Annette Louise Charlotte Birgit',
  'Birgitte Rikke Christina Kristina Christine Kristine Ida Emma Sofie Sofia Sophie Freja Laura Julie Cecilie Signe Astrid Maja Line Trine Stine Nanna Katrine',
  'Sara Sarah Lisbeth Ulla Vibeke Grethe Ruth Merete Dorthe Marianne Ellen Else Eva Dorte Heidi Pernille Malene Sanne Janne Kamilla Clara Klara Alma',
  'Albert Alex Amalie Andreas Andrea Annelise Annemarie Arne Arthur Axel Bjørn Bo Bodil Børge Caroline Cathrine Conny Connie Dan Dorthea Edith Egon Eigil',
  'Einar Elin Elisabeth Ella Elly Elsebeth Emilie Erling Ernst Esther Eskild Filip Frida Gerda Gerner Gert Grete Gunnar Gunhild Gudrun Hardy Harald Harry',
  'Heine Helene Helga Henning Henriette Hjalmar Holger Hugo Iben Ib Inger Ingrid Ingeborg Irene Iris Isabella Ivan Jack Janni Jannie Jannik Jeanette',
  'Jeppe Joan Johanne John Jonas Jonathan Jonna Josefine Judith Jytte Kaj Kai Kaare Karina Katja Keld Kjeld Kira Knud Kristoffer Laila Lasse Laurits',
  'Laust Lea Leon Lilly Linda Lis Lisa Lise Lissi Liva Liv Luna Lykke Lærke Mai Maiken Marcus Margit Margrethe Mariann Mark Markus Martha Mathias',
  'Mathilde Matilde Mattias Max Melissa Mia Mie Mille Mona Naja Nadia Nete Nicholas Nick Nicklas Niclas Niklas Nikoline Nina Noa Nora Olaf Olav Olga',
  'Olivia Otto Ove Palle Patrick Paul Paw Petra Preben Ralf Randi Regitze Rene René Richard Rita Robert Roland Rolf Ronni Rosa Rune Sabrina Sander Selma',
  'Sigrid Sigurd Silas Silje Simone Solveig Sonja Stefan Steffen Stephan Storm Sune Susan Sus Søs Tanja Teddy Tenna Terese Theis Theo Theodor Therese',
  'Thor Thorbjørn Thorkild Thyra Tove Tonny Toke Ursula Vagn Valborg Vera Verner Viggo Vilhelm Villads Villy Vivi Vivian Walther Werner Winnie Yvonne',
  'Zenia Fatima Aisha Mohammed Mohamed Ali Ahmed Hassan Hussein Ibrahim Omar Mustafa Yusuf Øjvind Øyvind Ørjan Åse Aase Aksel Alberte Agnes Agnete',
  'Christoffer Dagmar Ditte Ebba Gorm Hanna Johanna Karoline Maren Hjalte Oluf Frode Kamma Tage Viola Asta Vilma',
];

/** Common surnames. */
export const SURNAMES: readonly string[] = [
  'Nielsen Jensen Hansen Pedersen Andersen Christensen Kristensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Thomsen Thomassen Olsen Olesen Poulsen',
  'Paulsen Johansen Johannsen Møller Mortensen Knudsen Knudsen Jakobsen Jacobsen Mikkelsen Michelsen Frederiksen Laursen Lauridsen Lauritsen Lauritzen Lassen',
  'Christiansen Kristiansen Christoffersen Kristoffersen Eriksen Erichsen Simonsen Svendsen Andreasen Andreassen Iversen Jeppesen Jespersen Jepsen Nissen',
  'Mathiesen Mathiasen Matthiesen Schmidt Schmith Schultz Schou Skov Holm Lund Berg Bech Beck Bach Bak Bæk Bang Toft Friis Fris Krogh Krog Kragh Dam Dahl Dal',
  'Kjær Kjeldsen Kjærgaard Østergaard Vestergaard Nørgaard Søndergaard Kirkegaard Overgaard Bjerregaard Hedegaard Nygaard Nygård Haugaard Damgaard Dalgaard',
  'Bruun Brun Brandt Brand Vinther Winther Villadsen Steffensen Stephansen Clausen Clemmensen Klausen Karlsen Carlsen Bertelsen Berthelsen Henriksen Hendriksen',
  'Ottosen Mogensen Mouritsen Mouritzen Danielsen Davidsen Jessen Jensby Juul Juhl Lorenzen Lorentzen Bendtsen Bentsen Bundgaard Riis Ries Fischer Fisker Winter',
  'Aagaard Abildgaard Agerskov Ahmed Ali Andresen Antonsen Arentzen Axelsen Bagger Balle Bay Birk Bisgaard Bjerre Bjerrum Blom Boesen Bojsen Bonde Borg',
  'Borch Boysen Brix Brodersen Buch Buhl Busk Byrialsen Bødker Bøgh Carstensen Christophersen Dalsgaard Dalsgård Degn Duus Ebbesen Egeberg Eilersen',
  'Eliasen Elkjær Engberg Enevoldsen Eskildsen Esbensen Fabricius Falk Fogh Frandsen Freund From Frost Fuglsang Færch Gade Gammelgaard Geertsen Glad',
  'Graversen Gregersen Greve Gram Grøn Grønbæk Gundersen Hald Hammer Hartmann Hauge Hede Heide Hejlesen Helt Henningsen Hermansen Hjort Hjorth Hoffmann',
  'Holgersen Holst Hougaard Husted Hvid Hyldgaard Høgh Høeg Høj Højgaard Hørlyck Ibsen Ipsen Isaksen Jacobi Johannesen Johnsen Jonassen Josefsen Kaas',
  'Karlsson Kaspersen Keller Kirk Klit Klitgaard Koch Kofoed Kold Kolding Kramer Kruse Kudsk Kure Kvist Laugesen Laustsen Leth Lindberg Linde Lindgaard',
  'Lindholm Lindhardt Lomholt Ludvigsen Lundgaard Lundsgaard Lykke Lynge Lyngsø Maagaard Markussen Mathisen Meier Meldgaard Meyer Mølgaard Munk Munch',
  'Müller Møldrup Naldal Nedergaard Neergaard Nicolaisen Nikolajsen Nymann Nyborg Odgaard Outzen Ovesen Paaske Palm Palsgaard Pagh Pape Pilgaard Ploug',
  'Povlsen Quist Qvist Raun Ravn Rask Rasch Refsgaard Rohde Rosenberg Rosenkilde Rosendahl Roed Rønne Rørbæk Sand Sander Schack Schaumburg Schjødt',
  'Schrøder Severinsen Sejersen Skaarup Skytte Skovgaard Sloth Smed Smidt Sonne Spangsberg Stage Stampe Staal Steen Stenberg Storgaard Strand Straarup',
  'Svane Svenningsen Søgaard Sølvsten Sørbye Terkelsen Therkildsen Therkelsen Thorsen Thorup Thrane Thuesen Thygesen Thyssen Thøgersen Timm Tranberg',
  'Trolle Uldall Urup Ussing Vad Vang Vase Vedel Vestergård Vilhelmsen Vind Vægter Vogt Voss Wagner Weber Wiese Westergaard Westh Winkel With Wolff Wulff',
  'Zachariassen Zacho Ørum Østergård Øster Aaen Ågård Ågaard',
];
