/** Dutch texts of the pages for a talk about the agreement. */
export const nlTalk = {
  talk: {
    title: 'Voor mijn gesprek',
    about:
      'Hooguit drie pagina’s in één PDF: wat is afgesproken, wat er op deze dagen is gemeten en wat je wilt veranderen. Jij bepaalt wie hem krijgt.',
    wishTitle: 'Wat ik wil veranderen',
    wishHelp:
      'Alleen voor deze afdruk. De tekst blijft in dit venster tot je het sluit en wordt niet opgeslagen. Laat je het leeg, dan vervalt deze pagina.',
    tooLong: 'Dit past niet op één pagina. Maak het korter.',
    keep: 'In mijn notitie van deze week zetten',
    added: 'Het staat in je eigen notitie van deze week.',
    full: 'In je notitie van deze week is er geen ruimte meer voor.',
    pages: 'De pagina’s',
    earlier: 'Eerder in deze periode afgesproken',
    foot: 'Pagina {{page}} van {{pages}} · een zelfrapportage, geen bewijs',
    promiseEnds:
      'Wat je hierboven ziet, wordt afgedrukt. Is het eenmaal opgeslagen, dan geldt onze belofte er niet meer voor: wie het bestand heeft, kan het lezen en doorgeven.',
  },
} as const;
