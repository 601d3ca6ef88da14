"""Any server that speaks OpenAI's `/v1/videos`: vLLM-Omni, SGLang Diffusion, gateways."""
