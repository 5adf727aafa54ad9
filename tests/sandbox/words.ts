// Invented: stems, trades and surnames are combined by chance, and none is taken from a register.

const list = (text: string): string[] => text.trim().split(/,\s+/);

export const stems = list(`
  Bagergård, Bølgelund, Egeskær, Fjeldmark, Fyrbakke, Glarbjerg, Gråsten Mose, Havbris, Hedelyng,
  Højsande, Klintebo, Kragelyng, Kærsgårde, Lærkehøj, Løvspring, Månebæk, Møllehave, Nordlys,
  Næssegård, Ravnshøj, Rørdal, Sivholm, Skovbrynet, Sølvbæk, Søndervang, Tangkrog, Tranebakke,
  Tågedal, Ulvedal, Vestervang, Vibeåen, Ærtebjerg, Ørnefelt, Åkrog, Blåklokke, Birkemose,
  Dybdal, Enghave Kær, Granlyst, Kløverhøj
`);

export const trades = list(`
  VVS, El, Byg, Tømrer, Malerfirma, Murerfirma, Entreprise, Anlæg, Kloakservice, Tagdækning,
  Autoværksted, Cykler, Transport, Vognmandsforretning, Spedition, Maskinservice, Smedeværksted,
  Bageri, Bryghus, Slagteri, Catering, Kaffe, Vinimport, Fiskehandel, Gartneri, Planteskole,
  Rengøring, Ejendomme, Boligudlejning, Arkitekter, Ingeniører, Landinspektører, Revision,
  Regnskab, Advokater, Reklame, Kommunikation, Tekst, Foto, Film, Forlag, Trykkeri, Design,
  Software, IT, Data, Konsulenter, Rekruttering, Kurser, Tandklinik, Fysioterapi, Optik,
  Dyreklinik, Rejser, Festival, Teater, Musikskole, Sport, Fitness, Friskole, Børnehus
`);

export const surnames = list(`
  Bjerregaard, Brøndum, Bækgaard, Dalsgaard, Elkjær, Fogtmann, Frøslev, Gravlund, Haugbølle,
  Hedegaard, Højlund, Ibsgaard, Junker, Kjærsgaard, Klausholm, Krogsgaard, Lykkeberg, Løvbjerg,
  Munkholm, Nørbæk, Overby, Pilegaard, Quistgaard, Rosenlund, Ryttergaard, Skipper, Skødt,
  Smedegaard, Sønderby, Thorlund, Toftegaard, Ustrup, Vadgaard, Vindelev, Wiborg, Ågaard, Hansen,
  Jensen, Nielsen, Pedersen, Sørensen, Møller
`);

export const firstNames = list(`
  Agnete, Anders, Asger, Birgit, Bodil, Carsten, Dagmar, Esben, Frode, Gudrun, Hjalte, Inge,
  Jeppe, Karoline, Kjeld, Lærke, Mads, Maja, Niels, Oluf, Palle, Rikke, Signe, Søren, Tove,
  Troels, Ulla, Vagn, Åse, Øjvind
`);

/** The same for companies in other countries, with the legal forms they have there. */
export const abroad: Record<string, { stems: string[]; trades: string[]; forms: string[] }> = {
  SE: {
    stems: list(
      'Björkander, Lindvret, Sjögrenius, Åhlmark, Ekenfors, Hagströmer, Björkhaga, Granudden, Höglidens, Lövsjö, Tallbacka, Ängsvik',
    ),
    trades: list('Bygg, Konsult, Förlag, Fastigheter, Åkeri, Reklambyrå'),
    forms: list('AB'),
  },
  NO: {
    stems: list(
      'Bakkerud, Fjelltun, Haugstvedt, Solvangen, Tveitås, Ødegårdstuen, Fjellvåg, Granlia, Havnebukta, Myrvoll, Skogtjern, Østerås',
    ),
    trades: list('Bygg, Rådgivning, Transport, Regnskap, Forlag, Rør'),
    forms: list('AS'),
  },
  DE: {
    stems: list(
      'Ahrensmeier, Brunkhagen, Dittmersen, Petersohn, Voßkamp, Ziegelbaum, Birkenthal, Elbwinkel, Grünhagen, Möwental, Rotbuchen, Südhafen',
    ),
    trades: list('Werbung, Maschinenbau, Logistik, Verlag, Handels, Beratung'),
    forms: list('GmbH, GmbH & Co. KG, UG'),
  },
  FI: {
    stems: list(
      'Aaltomäki, Heinäsuo, Kivirinne, Laaksola, Niemistö, Virtalehto, Koivuranta, Kuusilampi, Mäntyharju, Pihlajaniemi, Saariselkämä, Vesijärvelä',
    ),
    trades: list('Rakennus, Konsultointi, Kuljetus, Mainos, Kustannus, Huolto'),
    forms: list('Oy'),
  },
  NL: {
    stems: list(
      'Berkumer, Dijkgraaf, Hoekwater, Kuiperman, Ruitenveld, Zandwijk, Berkenhof, Duinoord, Kraaienland, Molenwaard, Rietveen, Zilverdijk',
    ),
    trades: list('Bouw, Advies, Transport, Uitgeverij, Reclame, Techniek'),
    forms: list('B.V.'),
  },
};
