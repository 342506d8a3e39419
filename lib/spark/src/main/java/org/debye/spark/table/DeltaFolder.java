package org.debye.spark.table;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.transaction.UpdateTableTransactionBuilder;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * One Delta table in a folder, through Delta Kernel: create, append in one commit, read. A commit
 * costs tens of milliseconds and no SQL engine is started. Driver only.
 */
final class DeltaFolder {
  private static final System.Logger LOG = System.getLogger(DeltaFolder.class.getName());
  private static final String WRITER = "debye";
  private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");

  private final Configuration conf;
  private final Engine engine;
  private final String path;
  private final TableSchema schema;

  DeltaFolder(Configuration conf, String catalogue, TableSchema schema) {
    this.conf = conf;
    this.engine = DefaultEngine.create(conf);
    this.path = catalogue + "/" + schema.name();
    this.schema = schema;
  }

  String path() {
    return path;
  }

  TableSchema schema() {
    return schema;
  }

  /**
   * Whether there is a commit: a run that was killed while it made the table leaves a log without
   * one.
   */
  boolean exists() {
    try {
      Path log = new Path(path, "_delta_log");
      RemoteIterator<FileStatus> entries = log.getFileSystem(conf).listStatusIterator(log);
      while (entries.hasNext()) {
        if (COMMIT.matcher(entries.next().getPath().getName()).matches()) {
          return true;
        }
      }
      return false;
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Version of the latest commit, -1 where there is no table. */
  long version() {
    return exists() ? snapshot().getVersion() : -1;
  }

  Map<String, String> properties() {
    return snapshot().getTableProperties();
  }

  /** A column that the table lacks would be read as null. */
  private Snapshot snapshot() {
    Snapshot snapshot = TableManager.loadSnapshot(path).build(engine);
    for (StructField field : schema.columns().fields()) {
      int found = snapshot.getSchema().indexOf(field.getName());
      if (found < 0
          || !snapshot.getSchema().at(found).getDataType().equivalent(field.getDataType())) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            path,
            "the table has no column " + field.getName() + " of type " + field.getDataType(),
            "Another version of Debye has made it: use that one, or another catalogue.");
      }
    }
    return snapshot;
  }

  private void createIfAbsent() {
    if (exists()) {
      return;
    }
    Map<String, String> properties = new HashMap<>(schema.properties());
    properties.put("delta.dataSkippingStatsColumns", String.join(",", schema.statistics()));
    List<Column> clustering = schema.clustering().stream().map(Column::new).toList();
    TableManager.buildCreateTableTransaction(path, schema.columns(), WRITER)
        .withTableProperties(properties)
        .withDataLayoutSpec(
            clustering.isEmpty()
                ? DataLayoutSpec.noDataLayout()
                : DataLayoutSpec.clustered(clustering))
        .build(engine)
        .commit(engine, CloseableIterable.emptyIterable());
  }

  /** Opens a new file of this table's rows. */
  RowFile file() throws IOException {
    return new RowFile(conf, path, schema);
  }

  /** Writes rows and commits them, all or none. Nothing is done for no rows. */
  void append(Iterable<@Nullable Object[]> rows) {
    try (RowFile file = file()) {
      boolean any = false;
      for (@Nullable Object[] row : rows) {
        file.write(row);
        any = true;
      }
      if (any) {
        commit(List.of(file.finish()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits files that tasks have written, all or none. */
  void commit(List<DataFile> files) {
    if (!files.isEmpty()) {
      createIfAbsent();
      commit(files, snapshot().buildUpdateTableTransaction(WRITER, Operation.WRITE));
    }
  }

  /**
   * The same under a number, which the table keeps: a second time it does nothing.
   *
   * @param number grows from commit to commit of a run
   */
  void commitOnce(List<DataFile> files, String runId, long number) {
    if (files.isEmpty()) {
      return;
    }
    createIfAbsent();
    try {
      commit(
          files,
          snapshot()
              .buildUpdateTableTransaction(WRITER, Operation.WRITE)
              .withTransactionId(runId, number));
    } catch (ConcurrentTransactionException e) {
      LOG.log(System.Logger.Level.DEBUG, path + " holds commit " + number + " of " + runId, e);
    }
  }

  /** Whether the run has made a commit of this or a higher number. */
  boolean holds(String runId, long number) {
    return exists()
        && ((SnapshotImpl) snapshot()).getLatestTransactionVersion(engine, runId).orElse(-1L)
            >= number;
  }

  private void commit(List<DataFile> files, UpdateTableTransactionBuilder builder) {
    Transaction transaction = builder.build(engine);
    Row state = transaction.getTransactionState(engine);
    DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
    CloseableIterator<Row> actions =
        Transaction.generateAppendActions(
            engine,
            state,
            Utils.toCloseableIterator(files.stream().map(DeltaFolder::status).iterator()),
            context);
    TransactionCommitResult result =
        transaction.commit(engine, CloseableIterable.inMemoryIterable(actions));
    for (PostCommitHook hook : result.getPostCommitHooks()) {
      maintain(hook);
    }
  }

  /** Checkpoints and checksums only make the next reader faster; the commit stands without. */
  private void maintain(PostCommitHook hook) {
    try {
      hook.threadSafeInvoke(engine);
    } catch (CheckpointAlreadyExistsException | IOException e) {
      LOG.log(System.Logger.Level.WARNING, path + ": " + hook.getType() + " was not written", e);
    }
  }

  private static DataFileStatus status(DataFile file) {
    Map<Column, Literal> smallest = new HashMap<>();
    Map<Column, Literal> largest = new HashMap<>();
    Map<Column, Long> nulls = new HashMap<>();
    file.smallest().forEach((name, value) -> smallest.put(new Column(name), literal(value)));
    file.largest().forEach((name, value) -> largest.put(new Column(name), literal(value)));
    file.smallest().keySet().forEach(name -> nulls.put(new Column(name), 0L));
    return new DataFileStatus(
        file.uri(),
        file.size(),
        file.modified(),
        Optional.of(
            new DataFileStatistics(file.rows(), smallest, largest, nulls, Optional.empty())));
  }

  private static Literal literal(Comparable<?> value) {
    return value instanceof Long number
        ? Literal.ofLong(number)
        : Literal.ofString(value.toString());
  }

  /** Sizes of the table's files, bytes. */
  long[] fileSizes() {
    return scan(schema.columns(), null).files().stream()
        .mapToLong(file -> InternalScanFileUtils.getAddFileStatus(file).getSize())
        .toArray();
  }

  /**
   * Visits the rows whose key is a text, in no order; files that cannot have it are not read.
   *
   * @param columns to be read, the first of them the key
   */
  void eachOf(StructType columns, String key, Consumer<Row> visitor) {
    if (exists()) {
      Column first = new Column(columns.at(0).getName());
      scan(columns, new Predicate("=", first, Literal.ofString(key)))
          .forEach(
              row -> {
                if (row.getString(0).equals(key)) {
                  visitor.accept(row);
                }
              });
    }
  }

  /** The files that may hold rows of the predicate; all for null. */
  TableScan scan(StructType columns, @Nullable Predicate predicate) {
    var builder = snapshot().getScanBuilder().withReadSchema(columns);
    Scan scan = (predicate == null ? builder : builder.withFilter(predicate)).build();
    return new TableScan(engine, scan, predicate);
  }
}
