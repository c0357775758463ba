package dev.aidis.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of this machine, made for a test by the JDK's keytool; it vouches for itself.
 *
 * @param store PKCS12, with the key
 * @param key PEM, for its owner's eyes only, as Postgres wants it
 * @param certificate PEM; who trusts it trusts the server
 */
record Certificate(Path store, Path key, Path certificate) {
  static final String PASSWORD = "for-a-test";

  static Certificate make(Path directory) throws IOException, InterruptedException {
    Path store = directory.resolve("server.p12");
    Path certificate = directory.resolve("server.pem");
    keytool(
        List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost"),
        List.of("-ext", "SAN=ip:127.0.0.1,dns:localhost", "-ext", "bc=ca:true"),
        store);
    keytool(
        List.of("-exportcert", "-rfc", "-file", certificate.toString()),
        List.of("-alias", "server"),
        store);
    Path key = directory.resolve("server.key");
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, pem(keyIn(store)));
    return new Certificate(store, key, certificate);
  }

  private static void keytool(List<String> command, List<String> more, Path store)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(command);
    all.addAll(more);
    all.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(printed);
    }
  }

  private static Key keyIn(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      return store.getKey("server", PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Key key) {
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()));
  }
}
