/** A text of the help; words of the interface, between asterisks, stand out. */
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
