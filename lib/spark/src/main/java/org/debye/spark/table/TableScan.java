package org.debye.spark.table;

import io.delta.kernel.Scan;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of a table that a reader has to look into, and their rows. */
final class TableScan {
  private final Engine engine;
  private final Scan scan;
  private final Optional<Predicate> wanted;

  TableScan(Engine engine, Scan scan, @Nullable Predicate wanted) {
    this.engine = engine;
    this.scan = scan;
    this.wanted = Optional.ofNullable(wanted);
  }

  /** Entries of the files that statistics do not rule out. */
  List<Row> files() {
    List<Row> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(files::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Visits every row of the files; rows that a predicate does not want are among them. */
  void forEach(Consumer<Row> visitor) {
    for (Row file : files()) {
      try (CloseableIterator<Row> rows = rows(file)) {
        rows.forEachRemaining(visitor);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Streams the rows of one file, in the file's order, without groups of rows whose statistics rule
   * them out.
   */
  CloseableIterator<Row> rows(Row file) throws IOException {
    Row state = scan.getScanState(engine);
    StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
    CloseableIterator<ColumnarBatch> data =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                physical,
                wanted)
            .map(FileReadResult::getData);
    CloseableIterator<FilteredColumnarBatch> logical =
        Scan.transformPhysicalData(engine, state, file, data);
    return logical.flatMap(FilteredColumnarBatch::getRows);
  }
}
