import './logo.css';

/** The mark of the toolbar button with the product's name. */
export function Logo() {
  return (
    <span class="logo">
      <svg viewBox="0 0 128 128" aria-hidden="true" focusable="false">
        <rect class="logo-ground" width="128" height="128" rx="28" />
        <path class="logo-line" d="M14 90H114M40 34V108M88 34V108" />
        <path
          class="logo-line"
          d="M16 72C28 66 36 52 40 36C44 60 52 70 64 70S84 60 88 36C92 52 100 66 112 72"
        />
      </svg>
      Kundebro
    </span>
  );
}
