package org.debye.jobs.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.StateDict;

/** A checkpoint in the middle of a training, in place of a finished one. */
final class HalfTrained {
  private HalfTrained() {}

  static void leave(Path folder) {
    ModelFolder model = ModelFolder.at(new LocalFolderStore(folder));
    Checkpoint ended = model.model();
    ModelCard card = ended.card().at(ended.card().training().at(5, 20), ended.card().metrics());
    StateDict state = StateDict.of(List.of(NamedArray.ofLongs("progress", new long[3], 3)));
    model.save(new Checkpoint(card, ended.weights(), Optional.of(state)), 0);
  }
}
