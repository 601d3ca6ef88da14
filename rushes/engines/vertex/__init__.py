"""Google's Veo on Vertex AI, through Google's own SDK (the extra `rushes[vertex]`)."""
