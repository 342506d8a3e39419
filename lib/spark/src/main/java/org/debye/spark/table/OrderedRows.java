package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.utils.CloseableIterator;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one dataset in one file, taken in the order of frames. A file in that order is
 * streamed; a shuffled one is read again for every {@value #WINDOW} rows.
 */
abstract sealed class OrderedRows implements Closeable {
  /** Rows of a shuffled file in memory at a time; 24 MB at 4,000 points with sigma and baseline. */
  static final int WINDOW = 512;

  private final TableScan scan;
  private final Row file;
  private final String datasetId;
  private final FrameSpan span;
  private final long[] frames;
  private int taken;

  private OrderedRows(
      TableScan scan, Row file, String datasetId, FrameSpan span, FrameOrder order) {
    this.scan = scan;
    this.file = file;
    this.datasetId = datasetId;
    this.span = span;
    this.frames = order.frames();
  }

  static OrderedRows of(
      TableScan scan, Row file, String datasetId, FrameSpan span, FrameOrder order) {
    return order.ascending()
        ? new Streamed(scan, file, datasetId, span, order)
        : new Windowed(scan, file, datasetId, span, order);
  }

  /** The frame due next. */
  final long frame() {
    return frames[taken];
  }

  final boolean hasMore() {
    return taken < frames.length;
  }

  final SpectrumRow take() throws IOException {
    SpectrumRow row = read(taken);
    taken++;
    return row;
  }

  abstract SpectrumRow read(int index) throws IOException;

  final CloseableIterator<Row> rows() throws IOException {
    return scan.rows(file);
  }

  final boolean ours(Row row) {
    return span.holds(row.getLong(1)) && row.getString(0).equals(datasetId);
  }

  private static final class Streamed extends OrderedRows {
    private @Nullable CloseableIterator<Row> stream;

    Streamed(TableScan scan, Row file, String datasetId, FrameSpan span, FrameOrder order) {
      super(scan, file, datasetId, span, order);
    }

    @Override
    SpectrumRow read(int index) throws IOException {
      CloseableIterator<Row> open = stream;
      if (open == null) {
        open = rows();
        stream = open;
      }
      while (open.hasNext()) {
        Row row = open.next();
        if (ours(row)) {
          return SpectraTable.decode(row);
        }
      }
      throw new NoSuchElementException("the file of spectra ended early");
    }

    @Override
    public void close() throws IOException {
      if (stream != null) {
        stream.close();
      }
    }
  }

  private static final class Windowed extends OrderedRows {
    private final long[] sorted;
    private final ArrayDeque<SpectrumRow> window = new ArrayDeque<>();

    Windowed(TableScan scan, Row file, String datasetId, FrameSpan span, FrameOrder order) {
      super(scan, file, datasetId, span, order);
      this.sorted = order.frames();
    }

    @Override
    SpectrumRow read(int index) throws IOException {
      if (window.isEmpty()) {
        fill(sorted[index], sorted[Math.min(index + WINDOW, sorted.length) - 1]);
      }
      return window.remove();
    }

    private void fill(long first, long last) throws IOException {
      List<SpectrumRow> found = new ArrayList<>();
      try (CloseableIterator<Row> rows = rows()) {
        while (rows.hasNext()) {
          Row row = rows.next();
          if (row.getLong(1) >= first && row.getLong(1) <= last && ours(row)) {
            found.add(SpectraTable.decode(row));
          }
        }
      }
      found.sort(Comparator.comparingLong(SpectrumRow::frame));
      window.addAll(found);
    }

    @Override
    public void close() {
      window.clear();
    }
  }
}
