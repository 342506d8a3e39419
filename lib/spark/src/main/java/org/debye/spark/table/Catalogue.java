package org.debye.spark.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.file.HadoopSettings;

/**
 * A directory (file:, hdfs:, s3a:) that holds the tables. A table is made when its first row is
 * written. Driver only.
 */
public final class Catalogue {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private static final List<TableSchema> SCHEMAS =
      List.of(
          SpectraTable.SCHEMA,
          AxesTable.SCHEMA,
          DatasetsTable.SCHEMA,
          LabelsTable.SCHEMA,
          PeaksTable.SCHEMA,
          RunsTable.SCHEMA,
          SweepResultsTable.SCHEMA,
          DrawsTable.SCHEMA,
          EndmembersTable.SCHEMA,
          AbundancesTable.SCHEMA,
          PredictionsTable.SCHEMA,
          RepresentationsTable.SCHEMA,
          ModelsTable.SCHEMA,
          MetricsTable.SCHEMA);

  private final String location;
  private final Configuration conf;

  private Catalogue(String location, Configuration conf) {
    this.location = location;
    this.conf = conf;
  }

  /**
   * The catalogue at a place; nothing is read or made yet.
   *
   * @param location a URI, or a local path, relative to the working directory
   */
  public static Catalogue at(String location, Configuration conf) {
    String uri =
        SCHEME.matcher(location).matches()
            ? location
            : "file://" + Path.of(location).toAbsolutePath().normalize();
    while (uri.endsWith("/") && !uri.endsWith("://")) {
      uri = uri.substring(0, uri.length() - 1);
    }
    return new Catalogue(uri, conf);
  }

  /**
   * The same for a job that reads.
   *
   * @throws InputException where there is no catalogue with a dataset
   */
  public static Catalogue existing(String location, Configuration conf) {
    Catalogue catalogue = at(location, conf);
    if (catalogue.datasets().version() < 0) {
      throw InputException.of(
          FailureCode.MISSING_FILE,
          catalogue.location,
          "there is no table of datasets here",
          "Name the catalogue that reduce or import has written.");
    }
    return catalogue;
  }

  /** The same without a Spark session. */
  public static Catalogue at(String location) {
    return at(location, HadoopSettings.ofProcess().configuration());
  }

  /** The same without a Spark session, for jobs that only read. */
  public static Catalogue existing(String location) {
    return existing(location, HadoopSettings.ofProcess().configuration());
  }

  /**
   * URI without a slash at its end, as Hadoop's Path takes it: spaces and letters beyond ASCII
   * stand for themselves.
   */
  public String location() {
    return location;
  }

  public SpectraTable spectra() {
    return new SpectraTable(conf, location);
  }

  public AxesTable axes() {
    return new AxesTable(conf, location);
  }

  public DatasetsTable datasets() {
    return new DatasetsTable(conf, location);
  }

  public LabelsTable labels() {
    return new LabelsTable(conf, location);
  }

  public PeaksTable peaks() {
    return new PeaksTable(conf, location);
  }

  public RunsTable runs() {
    return new RunsTable(conf, location);
  }

  public SweepResultsTable sweepResults() {
    return new SweepResultsTable(conf, location);
  }

  public DrawsTable draws() {
    return new DrawsTable(conf, location);
  }

  public EndmembersTable endmembers() {
    return new EndmembersTable(conf, location);
  }

  public AbundancesTable abundances() {
    return new AbundancesTable(conf, location);
  }

  public PredictionsTable predictions() {
    return new PredictionsTable(conf, location);
  }

  public RepresentationsTable representations() {
    return new RepresentationsTable(conf, location);
  }

  public ModelsTable models() {
    return new ModelsTable(conf, location);
  }

  public MetricsTable metrics() {
    return new MetricsTable(conf, location);
  }

  /** Results of a study's cells that are not committed yet. */
  public FinishedCells finishedCells(String study) {
    return new FinishedCells(this, study);
  }

  /** What a writer has begun and not finished. */
  public Journal journal() {
    return new Journal(this);
  }

  /** What tasks have finished and no batch has committed. */
  public FinishedFiles finished() {
    return new FinishedFiles(this);
  }

  /**
   * Claims the catalogue for one writer.
   *
   * @throws InputException where another one is writing
   */
  public CatalogueLock lock(String job) {
    return CatalogueLock.claim(lockPlace(), job);
  }

  LockPlace lockPlace() {
    return new LockPlace(this, own("lock.json"), location(), "write to another catalogue");
  }

  /**
   * Claims a model for one training. Other models of the catalogue may be trained beside it, and
   * its tables written to.
   *
   * @param model its name, with slashes
   * @throws InputException where another job is training it, or nothing can be written
   */
  public CatalogueLock lockModel(String model, String job) {
    return CatalogueLock.claim(
        new LockPlace(
            this,
            own("training/" + model.replace('/', '~') + ".json"),
            location() + "/models/" + model,
            "give this one another name"),
        job);
  }

  /** Opens a new file beside the tables, such as a picture; an old one is replaced. */
  public OutputStream create(String relative) throws IOException {
    return plainFiles().create(new org.apache.hadoop.fs.Path(location + "/" + relative), true);
  }

  /** Whether there is a file or folder of this name beside the tables. */
  public boolean has(String relative) throws IOException {
    return plainFiles().exists(new org.apache.hadoop.fs.Path(location + "/" + relative));
  }

  /** Without the checksum files that Hadoop strews on local disks. */
  private FileSystem plainFiles() throws IOException {
    return PlainFile.system(new org.apache.hadoop.fs.Path(location), conf);
  }

  /** The table of a name. */
  DeltaFolder folder(String table) {
    for (TableSchema schema : SCHEMAS) {
      if (schema.name().equals(table)) {
        return new DeltaFolder(conf, location, schema);
      }
    }
    throw new IllegalArgumentException("no table is named " + table);
  }

  Configuration configuration() {
    return conf;
  }

  FileSystem files() throws IOException {
    return new org.apache.hadoop.fs.Path(location).getFileSystem(conf);
  }

  /** A file of Debye's own beside the tables. */
  org.apache.hadoop.fs.Path own(String relative) {
    return new org.apache.hadoop.fs.Path(location + "/_debye/" + relative);
  }
}
