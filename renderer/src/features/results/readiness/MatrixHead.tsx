import { mergeClasses } from '@fluentui/react-components';
import { ArrowSortDownRegular, ArrowSortUpRegular } from '@fluentui/react-icons';
import { useText } from '../../../app/language.tsx';
import type { MatrixSort } from './matrixRows.ts';
import { useMatrixStyles } from './matrixStyles.ts';

/** Headings of the matrix; each sorts, once more the other way round.
 *  @param active  column of the heading that the keyboard is on; null: none */
export function MatrixHead(props: {
  readonly headings: readonly { readonly text: string; readonly about: string }[];
  readonly sort: MatrixSort;
  readonly active: number | null;
  onSort(by: MatrixSort['by']): void;
}) {
  const matrix = useMatrixStyles();
  const t = useText();
  const { headings, sort, active } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {headings.map(({ text, about }, column) => {
          const by = column === 0 ? 'name' : column - 1;
          const isSorted = sort.by === by;
          const Arrow = sort.descending ? ArrowSortDownRegular : ArrowSortUpRegular;
          return (
            <th
              key={text}
              scope="col"
              className={mergeClasses(matrix.head, column === 0 && matrix.corner)}
              aria-colindex={column + 1}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                className={matrix.sort}
                data-at={`-1:${column}`}
                tabIndex={active === column ? 0 : -1}
                title={t('readinessScreen.sortBy', { column: about })}
                onClick={() => props.onSort(by)}
              >
                <span>{text}</span>
                {isSorted && <Arrow aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
