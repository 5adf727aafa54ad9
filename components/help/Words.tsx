/** A text of the help. Words of the interface, between asterisks, are highlighted. */
export function Words({ children }: { children: string }) {
  return (
    <>
      {children.split('*').map((words, at) =>
        at % 2 === 1 ? (
          <b key={at} class="help-word">
            {words}
          </b>
        ) : (
          words
        ),
      )}
    </>
  );
}
