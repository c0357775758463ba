package dev.aidis.cli.gitimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;

/** A repository with a few commits. */
public final class SmallRepository implements AutoCloseable {
  private final Path directory;
  private final Git git;

  public SmallRepository(Path directory) {
    this.directory = directory;
    try {
      this.git = Git.init().setDirectory(directory.toFile()).setInitialBranch("trunk").call();
    } catch (GitAPIException e) {
      throw new AssertionError(e);
    }
  }

  public void setUser(String email) {
    StoredConfig config = git.getRepository().getConfig();
    config.setString("user", null, "email", email);
    try {
      config.save();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commit's sha. */
  public String commit(String author, Instant time, String file, String content) {
    PersonIdent person = new PersonIdent("Someone", author, time, ZoneOffset.UTC);
    try {
      Files.writeString(directory.resolve(file), content);
      git.add().addFilepattern(file).call();
      return git.commit()
          .setAuthor(person)
          .setCommitter(person)
          .setMessage("Write " + file)
          .setSign(false)
          .call()
          .name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GitAPIException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}
