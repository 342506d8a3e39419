package org.debye.learning.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Deletes what no card names any more. */
record FolderPruning(FolderStore store) {
  /** ms; no put that is under way takes so long. */
  private static final long ABANDONED = 3_600_000;

  static FolderPruning of(FolderStore store) {
    return new FolderPruning(store);
  }

  /**
   * Deletes the files of the card that was replaced, and those that killed writers left an hour ago
   * by the file system's clock. Others may be of a writer whose card is still to come.
   *
   * @param now the card that is here, which may be another writer's: its files stay
   */
  void after(Optional<CardDocument> before, Optional<CardDocument> now) throws IOException {
    List<FolderStore.Entry> entries = store.list();
    long newest = entries.stream().mapToLong(FolderStore.Entry::modified).max().orElse(0);
    for (FolderStore.Entry entry : entries) {
      boolean replaced = before.isPresent() && before.get().names(entry.name());
      boolean abandoned = StoredFile.isOurs(entry.name()) && newest - entry.modified() > ABANDONED;
      boolean named = now.isPresent() && now.get().names(entry.name());
      if ((replaced || abandoned) && !named) {
        store.delete(entry.name());
      }
    }
  }

  /** Deletes all that writers have left and the card that is here does not name. */
  void whenNobodyWrites(CardDocument now) throws IOException {
    for (FolderStore.Entry entry : store.list()) {
      if (StoredFile.isOurs(entry.name()) && !now.names(entry.name())) {
        store.delete(entry.name());
      }
    }
  }
}
