"""What a document says, without any layout."""
