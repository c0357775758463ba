package dev.aidis.git;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A repository's objects and beside them contents that are in no repository yet, under the ids that
 * they would have. Nothing is written. Belongs to one thread.
 */
final class WorkTreeObjects extends ObjectReader {
  private final ObjectReader stored;
  private final Map<ObjectId, byte[]> contents = new HashMap<>();

  WorkTreeObjects(ObjectReader stored) {
    this.stored = stored;
  }

  /** Takes a content in. */
  ObjectId add(byte[] content) {
    ObjectId id = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
    contents.put(id, content);
    return id;
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    byte[] content = contents.get(id.toObjectId());
    return content == null
        ? stored.open(id, type)
        : new ObjectLoader.SmallObject(Constants.OBJ_BLOB, content);
  }

  @Override
  public ObjectReader newReader() {
    return stored.newReader();
  }

  @Override
  public Collection<ObjectId> resolve(AbbreviatedObjectId id) throws IOException {
    return stored.resolve(id);
  }

  @Override
  public Set<ObjectId> getShallowCommits() throws IOException {
    return stored.getShallowCommits();
  }

  @Override
  public void close() {
    stored.close();
  }
}
