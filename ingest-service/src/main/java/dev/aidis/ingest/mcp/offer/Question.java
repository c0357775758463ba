package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ListRootsResult;
import java.util.Map;

/** What a server can ask a client. */
public sealed interface Question {

  /** The method, as both revisions name it. */
  String method();

  /** The parameters, as a JSON mapper takes them. */
  Object params();

  /** What the client answers with. */
  Class<?> answer();

  /** Whether a client that declares these can be asked. */
  boolean canBeAsked(ClientCapabilities capabilities);

  /** Asks the user to fill in a form. */
  record Form(ElicitFormRequest request) implements Question {

    @Override
    public String method() {
      return McpSchema.METHOD_ELICITATION_CREATE;
    }

    @Override
    public Object params() {
      return request;
    }

    @Override
    public Class<?> answer() {
      return ElicitResult.class;
    }

    /** An empty declaration means forms. */
    @Override
    public boolean canBeAsked(ClientCapabilities capabilities) {
      ClientCapabilities.Elicitation declared = capabilities.elicitation();
      return declared != null && (declared.form() != null || declared.url() == null);
    }
  }

  /** Asks the client's model. */
  record Sampling(CreateMessageRequest request) implements Question {

    @Override
    public String method() {
      return McpSchema.METHOD_SAMPLING_CREATE_MESSAGE;
    }

    @Override
    public Object params() {
      return request;
    }

    @Override
    public Class<?> answer() {
      return CreateMessageResult.class;
    }

    @Override
    public boolean canBeAsked(ClientCapabilities capabilities) {
      return capabilities.sampling() != null;
    }
  }

  /** Asks for the directories the client works in. */
  record Roots() implements Question {

    @Override
    public String method() {
      return McpSchema.METHOD_ROOTS_LIST;
    }

    @Override
    public Object params() {
      return Map.of();
    }

    @Override
    public Class<?> answer() {
      return ListRootsResult.class;
    }

    @Override
    public boolean canBeAsked(ClientCapabilities capabilities) {
      return capabilities.roots() != null;
    }
  }
}
