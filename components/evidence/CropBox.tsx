import { useRef, useState } from 'preact/hooks';
import { between, moveEdge, WHOLE, type CropEdges } from '../../lib/report/crop';
import { usePeopleText } from '../people-text';

const EDGES = ['left', 'top', 'right', 'bottom'] as const;

interface CropBoxProps {
  /** Data address of the picture. */
  readonly picture: string;
  readonly onCrop: (edges: CropEdges) => void;
  readonly onDrop: () => void;
}

/** A picture of which the person chooses a part: by dragging, or edge by edge from the keyboard. */
export function CropBox({ picture, onCrop, onDrop }: CropBoxProps) {
  const text = usePeopleText();
  const [edges, setEdges] = useState<CropEdges>(WHOLE);
  const from = useRef<{ x: number; y: number } | undefined>(undefined);
  const place = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * 100,
      y: ((event.clientY - box.top) / box.height) * 100,
    };
  };
  return (
    <fieldset class="crop">
      <legend>{text('evidence_picture')}</legend>
      <p class="muted">{text('evidence_picture_hint')}</p>
      <div
        class="crop-picture"
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = place(event);
        }}
        onPointerMove={(event) => from.current && setEdges(between(from.current, place(event)))}
        onPointerUp={() => (from.current = undefined)}
      >
        <img src={picture} alt={text('evidence_picture')} draggable={false} />
        <div
          class="crop-part"
          style={{
            insetInlineStart: `${edges.left}%`,
            insetBlockStart: `${edges.top}%`,
            inlineSize: `${edges.right - edges.left}%`,
            blockSize: `${edges.bottom - edges.top}%`,
          }}
        />
      </div>
      <div class="crop-edges">
        {EDGES.map((edge) => (
          <label key={edge}>
            {text(`evidence_crop_${edge}`)}
            <input
              type="range"
              min={0}
              max={100}
              value={edges[edge]}
              onInput={(event) => setEdges(moveEdge(edges, edge, Number(event.currentTarget.value)))}
            />
          </label>
        ))}
      </div>
      <p class="actions">
        <button type="button" class="button" onClick={() => onCrop(edges)}>
          {text('evidence_crop')}
        </button>
        <button type="button" class="button" onClick={onDrop}>
          {text('evidence_crop_none')}
        </button>
      </p>
    </fieldset>
  );
}
