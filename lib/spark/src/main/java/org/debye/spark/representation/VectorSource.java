package org.debye.spark.representation;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.predict.ModelInput;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.FrameSpan;
import org.debye.spark.table.RepresentationRow;
import org.debye.spark.training.HadoopFolderStore;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/** Where the vectors of a dataset's frames come from. */
public sealed interface VectorSource extends Serializable {

  /** Of which dataset. */
  String datasetId();

  /** Unique among sources of a catalogue, the dataset's name included. */
  String id();

  /** What the vectors depend on. */
  Map<String, String> parameters();

  /** Reads them. */
  FrameVectors read(Catalogue catalogue);

  /**
   * The spectra themselves as an encoder sees them.
   *
   * @param order of the encoder whose axis and treatment they get
   * @param treatment digest of these, the same for encoders that see the same
   * @param state what the dataset's rows are recognised by
   */
  record Treated(EncoderOrder order, String treatment, String datasetId, String state)
      implements VectorSource {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "spectra/" + treatment + "/" + datasetId;
    }

    @Override
    public Map<String, String> parameters() {
      Map<String, String> parameters = new TreeMap<>();
      parameters.put("source", "spectra");
      parameters.put("treatment", treatment);
      parameters.put("other_axis", order.other().name());
      parameters.put("dataset_id", datasetId);
      parameters.put("dataset_state", state);
      return parameters;
    }

    @Override
    public FrameVectors read(Catalogue catalogue) {
      ModelInput input = new ModelInput(card());
      List<Long> frames = new ArrayList<>();
      List<float[]> vectors = new ArrayList<>();
      // Frames that cannot be used are told of by the encoder's own cell.
      List<String> unused =
          DatasetBatches.read(
              catalogue,
              datasetId,
              FrameSpan.ALL,
              (axis, spectra) -> rows(input, axis, spectra),
              (frame, vector) -> {
                frames.add(frame);
                vectors.add(vector);
              });
      return FrameVectors.of(frames, vectors);
    }

    private ModelCard card() {
      try {
        return ModelFolder.at(HadoopFolderStore.at(order.folder(), order.hadoop())).card();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<float[]> rows(ModelInput input, SpectralAxis axis, List<Spectrum> spectra) {
      HeldSpectra held = input.of(axis, spectra, order.other(), datasetId);
      List<float[]> rows = new ArrayList<>();
      for (int i = 0; i < held.size(); i++) {
        float[] row = new float[held.points()];
        held.read(i, row, 0);
        rows.add(row);
      }
      return rows;
    }
  }

  /**
   * Representations that the tables hold.
   *
   * @param cells that made them, in the order of their frames
   */
  record Represented(EncoderOrder order, String datasetId, List<String> cells, String state)
      implements VectorSource {
    private static final long serialVersionUID = 1L;

    public Represented {
      cells = List.copyOf(cells);
    }

    @Override
    public String id() {
      return order.prefix() + "/" + datasetId;
    }

    @Override
    public Map<String, String> parameters() {
      Map<String, String> parameters = order.parameters();
      parameters.put("source", "representations");
      parameters.put("dataset_id", datasetId);
      parameters.put("dataset_state", state);
      return parameters;
    }

    @Override
    public FrameVectors read(Catalogue catalogue) {
      List<Long> frames = new ArrayList<>();
      List<float[]> vectors = new ArrayList<>();
      for (String cell : cells) {
        for (RepresentationRow row : catalogue.representations().read(cell)) {
          frames.add(row.frame());
          vectors.add(row.vector());
        }
      }
      return FrameVectors.of(frames, vectors);
    }
  }
}
