package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.Predicate;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The spectra of one dataset, or some of them, ordered by frame, merged from the files that hold
 * them. A file is open only while its frames are due, and few rows of it are in memory.
 * Thread-confined.
 */
public final class SpectrumStream implements Iterator<SpectrumRow>, Closeable {
  private final PriorityQueue<OrderedRows> due =
      new PriorityQueue<>(Comparator.comparingLong(OrderedRows::frame));
  private final int files;

  SpectrumStream(DeltaFolder folder, Predicate predicate, String datasetId, FrameSpan span) {
    TableScan scan = folder.scan(folder.schema().columns(), predicate);
    TableScan frames = folder.scan(folder.schema().select("dataset_id", "frame"), predicate);
    List<Row> entries = scan.files();
    List<Row> frameEntries = frames.files();
    files = entries.size();
    try {
      for (int i = 0; i < files; i++) {
        FrameOrder order = FrameOrder.of(frames, frameEntries.get(i), datasetId, span);
        if (order.rows() > 0) {
          due.add(OrderedRows.of(scan, entries.get(i), datasetId, span, order));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int files() {
    return files;
  }

  @Override
  public boolean hasNext() {
    return !due.isEmpty();
  }

  @Override
  public SpectrumRow next() {
    OrderedRows first = due.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    try {
      SpectrumRow row = first.take();
      if (first.hasMore()) {
        due.add(first);
      } else {
        first.close();
      }
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (OrderedRows rows : due) {
      rows.close();
    }
  }
}
