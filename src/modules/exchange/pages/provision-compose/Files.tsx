import { call } from '../../../../portal/client.ts';
import { keyOf, queries, useGet } from '../../../../portal/data/query.ts';
import { filesDoors } from '../../../files/contract.ts';
import { FileDrop } from '../../../files/pages/index.ts';
import { exchangeDoors } from '../../contract.ts';
import type { useEdited } from './useEdited.ts';

/** The files of a draft. Each is a change of the draft like any other, made in turn with what is being typed. */
export function Files({ id, item, edited }: { id: string; item: string; edited: ReturnType<typeof useEdited> }) {
  const listed = { params: { id: item } };
  const files = useGet(filesDoors.listAttachments, listed).data?.items ?? [];
  const anew = () => queries.invalidateQueries({ queryKey: keyOf(filesDoors.listAttachments, listed) });
  return (
    <FileDrop
      files={files}
      bring={async (file) => {
        const brought = await edited.inTurn(() =>
          call(exchangeDoors.attachFile, { params: { id }, query: { name: file.name }, file }),
        );
        await anew();
        return brought;
      }}
      remove={async (attachment) => {
        await edited.inTurn(() => call(exchangeDoors.takeOffFile, { params: { id, attachment } }));
        await anew();
      }}
    />
  );
}
