/** The few signs on buttons; their words are the buttons' labels. */
const paths = {
  legend: "M4 6h3M10 6h10M4 12h3M10 12h10M4 18h3M10 18h10",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  sun: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  close: "M6 6l12 12M18 6L6 18",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21",
  pathway: "M4 6h4v4H4zM4 14h4v4H4zM16 10h4v4h-4zM8 8c4 0 4 4 8 4M8 16c4 0 4-4 8-4",
  body: "M12 3a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 12 3ZM6 10c4-1.5 8-1.5 12 0M9 9.5V21M15 9.5V21M12 15v6",
  focus: "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 3v4M12 17v4M3 12h4M17 12h4",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
  tours: "M6 20V4l11 4-11 4",
  quiz: "M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .9-1 1.7v.5M12 17.5v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  path: "M5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM19 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 17h6a3 3 0 0 0 0-6h-3a3 3 0 0 1 0-4h7",
  sparql: "M8 4C5 4 7 11 4 12c3 1 1 8 4 8M16 4c3 0 1 7 4 8-3 1-1 8-4 8M9.5 10.2a2.6 2.6 0 1 1 3.4 2.4c-.6.3-.9.7-.9 1.4M12 16.6v.1",
  "take-away": "M12 4v11M7 11l5 5 5-5M4 20h16",
  present: "M4 5h16v11H4zM12 16v4M8 20h8",
  back: "M10 6l-6 6 6 6M4 12h16",
  forward: "M14 6l6 6-6 6M20 12H4",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
